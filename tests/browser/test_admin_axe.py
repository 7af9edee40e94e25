"""The pages of an editor's day hold no fault of accessibility that Django's own admin has not.

Both are measured by axe-core, Django's pages of the same models in Django's own colours, on a
wide and a narrow window, light and dark.
"""

import pytest
from django.urls import clear_url_caches, set_urlconf

from library.models import Gallery, Picture
from tests.browser import axe
from tests.browser.desk import READY
from tests.factories import make_article, make_attachment, make_document
from tests.library.conftest import picture_file

# The markup of CKEditor, and of Django's own autocompletion, whose faults bear running numbers.
NOT_OURS = [[".cke"], [".cke_dialog_container"], [".select2-container"]]


def faults(page):
    return axe.faults(page, wide=1280, narrow=768, leave_out=NOT_OURS)


def seen_on(tab, paths):
    found = {}
    for path in paths:
        assert tab.open(f"/quan-tri/{path}").ok, path
        if tab.page.locator("#id_body[data-type=ckeditortype]").count():
            tab.page.evaluate(READY)
        found[path] = faults(tab.page)
    return found


@pytest.fixture
def stock(settings, tab):
    """Django's admin in the place of ours, in its own colours."""

    def measured(paths):
        settings.ROOT_URLCONF, ours = "tests.browser.stock_admin", settings.ROOT_URLCONF
        clear_url_caches()
        tab.page.route("**/css/admin*.css", lambda route: route.abort())
        found = seen_on(tab, paths)
        tab.page.unroute("**/css/admin*.css")
        tab.errors.clear()
        settings.ROOT_URLCONF = ours
        clear_url_caches()
        return set().union(*found.values())

    yield measured
    clear_url_caches()
    set_urlconf(None)


def test_no_page_has_a_fault_that_is_not_djangos(signed_in, stock, cast):
    superuser = cast["quan_tri"]
    superuser.is_superuser = True
    superuser.save()
    picture = Picture.objects.add(picture_file(), alt="Múa xòe")
    article = sent_back(picture, cast["thu_ky"])
    first, *_, last = article.history.values_list("history_id", flat=True)
    gallery = Gallery.objects.create(title="Ngày hội")
    gallery.append(picture)
    paper = make_document(status="draft")
    make_attachment(paper)
    tab = signed_in(superuser)
    same = [
        *("news/article/", "news/article/add/", f"news/article/{article.pk}/change/"),
        *("library/picture/", f"library/picture/{picture.pk}/change/"),
        f"library/gallery/{gallery.pk}/change/",
        f"documents/document/{paper.pk}/change/",
    ]
    djangos = stock(["auth/", "auth/group/", *same])
    page = f"news/article/{article.pk}/"
    found = seen_on(
        tab,
        [
            *("", *same, "huong-dan/bien-tap/"),
            *(page + f"history/?tu={first}&den={last}", page + "xem-truoc/"),
            *(page + "buoc/submit/", page + "buoc/withdraw/", "news/article/tu-word/"),
            *("library/picture/tai-len/", "library/gallery/", "documents/document/"),
        ],
    )
    assert {path: left for path, all_ in found.items() if (left := all_ - djangos)} == {}


def sent_back(picture, person):
    """An article with a log, two versions and something to take back."""
    article = make_article("Hội nghị lần thứ nhất", status="submitted", picture=picture)
    article.take("send_back", person, words="Thiếu ảnh")
    article.refresh_from_db()
    article.title = "Hội nghị lần thứ hai"
    article.save()
    article.remember(person)
    return article


def test_a_conflict_and_the_chooser_are_as_good(desk):
    desk = desk(body="<p>a</p>")
    before = faults(desk.page)
    type(desk.article).objects.filter(pk=desk.article.pk).update(title="Tên của người khác")
    desk.page.locator("#id_title").fill("Tên của tôi")
    desk.page.locator("[name=_save]").click()
    desk.page.locator(".newsroom-conflict").wait_for()
    desk.page.evaluate(READY)
    assert faults(desk.page) - before == set()
    Picture.objects.add(picture_file(), alt="Múa xòe")
    desk.press("library")
    desk.page.locator("[data-chooser-picture]").wait_for()
    assert faults(desk.page) - before == set()
