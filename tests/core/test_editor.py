"""The editor holds what the sanitiser holds, and opens no door of its own."""

import json
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.core import checks
from django.test import RequestFactory
from django.urls import NoReverseMatch, get_resolver, reverse

from core.admin_editor import EditorAdmin
from core.editor import CONFIG, PLUGINS, EditorWidget
from core.fields import RichText
from core.sanitise import ALIGNED, ATTRIBUTES, PLACED, clean_html
from core.tidy import RENAMED, TAGS
from news.models import Article
from tests.factories import make_article

UNWANTED = """
about autoembed bbcode codesnippet codesnippetgeshi devtools docprops embed embedsemantic exportpdf
flash forms iframe image mathjax newpage placeholder preview print save scayt smiley
stylesheetparser templates uploadimage uploadwidget wsc
"""


def patterns(resolver):
    for pattern in resolver.url_patterns:
        yield str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern)


def test_the_editors_own_upload_has_no_address():
    assert not apps.is_installed("ckeditor_uploader")
    assert not [pattern for pattern in patterns(get_resolver()) if "ckeditor" in pattern]
    for name in ("ckeditor_upload", "ckeditor_browse"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert not [key for key in CONFIG if key.startswith("filebrowser")]


@pytest.mark.parametrize("path", ["/ckeditor/upload/", "/ckeditor/browse/", "/quan-tri/upload/"])
def test_a_guessed_upload_finds_nothing(client, administrator, path):
    client.force_login(administrator)
    assert client.post(path).status_code in (403, 404)


def test_the_allow_list_is_the_sanitisers():
    allowed = CONFIG["allowedContent"]
    assert set(allowed) == TAGS
    for tag, rule in allowed.items():
        attributes = {*rule["attributes"], "class"}
        assert attributes == ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
        assert set(rule["classes"]) == ALIGNED | PLACED
        assert set(rule) == {"attributes", "classes"}


def test_what_the_buttons_write_is_what_the_sanitiser_keeps():
    classes = [*CONFIG["justifyClasses"], *CONFIG["image2_alignClasses"]]
    assert set(classes) == ALIGNED | PLACED
    for tag in CONFIG["format_tags"].split(";"):
        assert clean_html(f"<{tag}>chữ</{tag}>") == f"<{tag}>chữ</{tag}>"
    assert CONFIG["renamed"].items() <= RENAMED.items()


def test_nothing_dangerous_and_nothing_from_elsewhere_is_switched_on():
    assert not set(PLUGINS) & set(UNWANTED.split())
    assert "fullPage" not in CONFIG
    assert CONFIG["disallowedContent"] == "script style; *[on*]"
    assert CONFIG["versionCheck"] is False
    assert not re.search(r"https?://\w", json.dumps(CONFIG))


def test_the_warning_about_the_editors_age_is_silenced_and_no_other():
    found = {message.id for message in checks.run_checks() if message.id.startswith("ckeditor")}
    assert found == {"ckeditor.W001"}
    assert [name for name in settings.SILENCED_SYSTEM_CHECKS if "ckeditor" in name] == [*found]


def test_every_rich_text_of_every_model_has_the_editor_even_in_the_admin():
    rich = [f for m in apps.get_models() for f in m._meta.get_fields() if isinstance(f, RichText)]
    assert Article._meta.get_field("body") in rich
    admin = ModelAdmin(Article, AdminSite())
    for field in rich:
        assert isinstance(field.formfield().widget, EditorWidget)
        assert isinstance(admin.formfield_for_dbfield(field, None).widget, EditorWidget)


def test_the_text_area_holds_the_text_and_nothing_inline():
    html = EditorWidget().render("body", '<p>"Đảng" & bộ</p>', {"id": "id_body"})
    assert "&lt;p&gt;&quot;Đảng&quot; &amp; bộ&lt;/p&gt;</textarea>" in html
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", html)
    assert '"language": "vi"' in html.replace("&quot;", '"')
    assert "<script" not in re.sub(
        r'<script[^>]* src="[^"]+"[^>]*></script>', "", str(EditorWidget().media)
    )


def test_the_text_in_the_frame_looks_like_the_page():
    config = EditorWidget().get_context("body", "", {})["widget"]["config"]
    assert "/static/css/site.css" in json.loads(config)["contentsCss"]


def policy_of(response):
    header = response["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in header.split("; "))


def test_the_policy_is_widened_on_the_form_and_nowhere_else(client, administrator):
    client.force_login(administrator)
    article = make_article()
    strict = policy_of(client.get("/quan-tri/news/article/"))
    assert "unsafe" not in str(strict)
    for path in ("add", f"{article.pk}/change"):
        policy = policy_of(client.get(f"/quan-tri/news/article/{path}/"))
        assert policy["script-src"] == "'self'"
        widened = {name for name in policy if policy[name] != strict.get(name)}
        assert widened == {"script-src-attr", "style-src", "img-src"}
        assert policy["img-src"] == "'self' data:"
        assert policy["script-src-attr"] == "'unsafe-inline'"


def test_any_admin_gets_the_policy_by_the_mixin(administrator):
    class Plain(EditorAdmin, ModelAdmin):
        pass

    request = RequestFactory().get("/")
    request.user = administrator
    assert "script-src-attr" in Plain(Article, AdminSite()).add_view(request)._csp_update
