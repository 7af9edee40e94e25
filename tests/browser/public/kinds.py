"""One page of each kind that people see, found in the demo content.

KINDS: name to (address, role): a function that finds the address, who asks (None: a visitor).
"""

from django.urls import reverse
from django.utils.timezone import localdate

from documents.models import Attachment, Document, Pack, Series
from feedback.models import Consultation, Question
from library.models import Gallery
from news.models import Article, Author, Category, Tag, Topic
from pages.models import StandingPage
from pages.models.week import week_url
from polls.models import Poll


def first(objects, **fields):
    return objects.filter(**fields).order_by("pk")[0]


def article():
    """One with a picture, a quotation and files around it."""
    return first(Article.objects.published(), picture__isnull=False)


def paper():
    return first(Document.objects.published(), attachments__isnull=False)


def attachment():
    return first(Attachment.objects, document__in=Document.objects.published())


def withdrawn():
    return first(Article.objects, status=Article.Status.WITHDRAWN)


def poll(**fields):
    return first(Poll.objects.published(), **fields)


def voted():
    """One whose results are for those who voted, so that its first page is its ballot."""
    return poll(results=Poll.Results.VOTED)


def named(name, *args):
    return lambda: reverse(name, args=args)


def of(find):
    return lambda: find().get_absolute_url()


KINDS = {
    "home": (named("pages:home"), None),
    "news": (named("news:index"), None),
    "category": (of(lambda: first(Category.objects, name="Khoa giáo")), None),
    "article": (of(article), None),
    "article-print": (lambda: article().get_print_url(), None),
    "tag": (of(lambda: first(Tag.objects)), None),
    "topics": (named("news:topics"), None),
    "topic": (of(lambda: first(Topic.objects)), None),
    "author": (of(lambda: first(Author.objects)), None),
    "archive": (named("news:archive"), None),
    "archive-month": (named("news:archive_month", 2026, 10), None),
    "papers": (named("documents:index"), None),
    "papers-none": (lambda: "/van-ban/?q=khongcogi", None),
    "papers-year": (named("documents:year", 2026), None),
    "paper": (of(paper), None),
    "symbol": (lambda: "/van-ban/so/99-NQ/TW/", None),
    "reading": (lambda: attachment().get_reading_url(), None),
    "alerts": (lambda: "/van-ban/theo-doi/?linh-vuc=khoa-giao", None),
    "packs": (named("documents:packs"), None),
    "pack": (of(lambda: first(Pack.objects.published())), None),
    "series-list": (named("documents:series_list"), None),
    "series": (of(lambda: first(Series.objects, name="Đề cương tuyên truyền")), None),
    "galleries": (named("library:galleries"), None),
    "gallery": (of(lambda: first(Gallery.objects.published())), None),
    "recordings": (named("library:recordings"), None),
    "questions": (named("feedback:questions"), None),
    "question": (of(lambda: first(Question.objects.published())), None),
    "question-ask": (named("feedback:ask"), None),
    "question-receipt": (named("feedback:look_up"), None),
    "consultations": (named("feedback:consultations"), None),
    "consultation": (of(lambda: first(Consultation.objects.published())), None),
    "opine": (lambda: first(Consultation.objects.published()).get_opinion_url(), None),
    "report": (named("feedback:report"), None),
    "useful": (lambda: reverse("feedback:useful", args=[paper().pk]), None),
    "rate": (lambda: reverse("ratings:rate", args=[article().pk]), None),
    "polls": (named("polls:index"), None),
    "poll": (of(voted), None),
    "poll-several": (of(lambda: poll(most=2)), None),
    "poll-results": (lambda: poll(results=Poll.Results.ALWAYS).get_results_url(), None),
    "organisation": (named("pages:organisation"), None),
    "organisation-en": (named("pages:organisation_en"), None),
    "week": (lambda: week_url(localdate()), None),
    "week-none": (named("pages:week", 2020, 1), None),
    "standing": (of(lambda: first(StandingPage.objects)), None),
    "paper-citing": (lambda: reverse("documents:citing", args=paper().address), None),
    "search": (lambda: "/tim-kiem/?q=cong+tac", None),
    "search-none": (lambda: "/tim-kiem/?q=khongcogi", None),
    "accessibility": (named("pages:accessibility"), None),
    "offline": (named("pages:offline"), None),
    "privacy": (named("accounts:privacy"), None),
    "sign-in": (named("accounts:sign_in"), None),
    "ask": (named("accounts:ask"), None),
    "reset": (named("accounts:reset"), None),
    "404": (lambda: "/khong-co-trang-nay/", None),
    "410": (of(withdrawn), None),
    "profile": (named("accounts:profile"), "bao_cao_vien"),
    "security": (named("accounts:security"), "bao_cao_vien"),
    "facts": (named("accounts:facts"), "bao_cao_vien"),
    "data-request": (named("accounts:data_request"), "bao_cao_vien"),
    "set-up": (named("accounts:set_up"), "bao_cao_vien"),
    "change-password": (named("accounts:change_password"), "bao_cao_vien"),
    "speakers-month": (named("speakers:newest"), "bao_cao_vien"),
    "speakers-new": (named("speakers:new"), "bao_cao_vien"),
    "speakers-search": (lambda: "/bao-cao-vien/tim/?q=tai+lieu", "bao_cao_vien"),
    "speakers-schedule": (named("speakers:schedule"), "bao_cao_vien"),
    "speakers-questions": (named("speakers:questions"), "bao_cao_vien"),
    "speakers-ask": (named("speakers:ask"), "bao_cao_vien"),
    "contributions": (named("contributions:list"), "cong_tac_vien"),
    "contributions-new": (named("contributions:new"), "cong_tac_vien"),
    "contributions-word": (named("contributions:word"), "cong_tac_vien"),
}
STATUS = {"symbol": 404, "404": 404, "410": 410}
