"""The things behind the addresses that test_access.py walks, made once."""

from functools import cached_property
from io import BytesIO
from urllib.parse import urlsplit

from django.contrib.admin.utils import quote
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localtime
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts import audit
from accounts.models import (
    AccountRequest,
    DataRequest,
    Holiday,
    InvitationList,
    KeptForm,
    OneTimeLink,
)
from accounts.second_factor.models import Authenticator
from core import preview
from core.autosave import Autosave
from core.tasks import fold_editions
from documents.alerts.links import confirm_link, leave_link
from documents.models import Document, Pack, Series, Subscription
from exchange.models import MissedAddress, OldAddress
from feedback.models import PageReport, Subject, Usefulness
from files.storage import picture_path
from library.models import Picture, Recording
from news.models import Genre, Tag
from pages.models import (
    Banner,
    ColumnBlock,
    HomeBlock,
    HomeLead,
    MenuItem,
    Notice,
    PictureLink,
    SiteSettings,
    Slide,
    Slogan,
    StandingPage,
    Unit,
    WorkEvent,
)
from polls.casting import cast
from polls.models import Opinion
from search.models import MissedSearch, Synonym
from speakers.models import CalendarAddress, Conference, Question, ReadingRequest
from stats.models import VisitSummary
from tests.factories import (
    ago,
    make_article,
    make_attachment,
    make_author,
    make_consultation,
    make_document,
    make_gallery,
    make_person,
    make_poll,
    make_question,
    make_topic,
)

DRAFT = {"status": "draft", "published_at": None}
OUT = {"status": "published", "published_at": "2026-01-05T08:00:00+07:00"}
DECISIONS = ("approve", "refuse")
AUTOCOMPLETE = "term=a&app_label=library&model_name=galleryitem&field_name=picture"


def add_picture():
    file = BytesIO()
    Image.new("RGB", (640, 400), (170, 30, 40)).save(file, "PNG")
    return Picture.objects.add(SimpleUploadedFile("anh.png", file.getvalue()), alt="Quang cảnh")


def make_opinion():
    poll = make_poll(choices=("Đủ rồi", "Ý kiến khác"))
    cast(poll, {"key": "khach"}, [poll.choices.get(is_other=True).pk], "Thêm tin xã")
    return Opinion.objects.get(poll=poll)


def add_file(owner):
    """A file with a page to read and its picture."""
    content = f"%PDF-1.7 {owner}".encode()
    attachment = make_attachment(owner, content=content, page_count=1, drawn=1, has_text=True)
    attachment.stored.pages.create(number=1, text="Toàn văn")
    default_storage.save(picture_path(attachment.stored.key, 1), ContentFile(b"RIFF0000WEBP"))
    return attachment


class Things:
    """`address(key, route, person)` is one to ask for; `of_members()` are a members' paper's."""

    def __init__(self, cast):
        self.cast = cast
        self.paper = make_document("Hướng dẫn", symbol="15-HD/BTGDVTU", issued_on="2026-01-05")
        self.secret = make_document("Tài liệu tháng", audience="members")
        self.topic, self.author = make_topic("Bầu cử"), make_author("Thanh Mộc")
        self.article = make_article("Giao ban", tags=["giao ban"], topic=self.topic, **OUT)
        self.article.authors.add(self.author)
        for owner in (self.paper, self.secret, self.article):
            add_file(owner)
        self.picture, self.gallery = add_picture(), make_gallery("Ngày hội")
        film = ContentFile(b"0000ftypisom", "phim.mp4")
        self.recording = Recording.objects.create(title="Phim", slug="phim", file=film, **OUT)
        self.pack = Pack.objects.create(title="Học tập", slug="hoc-tap", **OUT)
        self.pack.items.create(document=self.paper)
        self.series = Series.objects.create(name="Bản tin", slug="ban-tin")
        Document.objects.filter(pk=self.paper.pk).update(series=self.series)
        self.page = StandingPage.objects.create(title="Giới thiệu", slug="gioi-thieu", **OUT)
        self.poll, self.members_poll = make_poll(), make_poll(audience="members")
        self.question, self.consultation = make_question(), make_consultation()
        self.letters = Subscription.objects.create(email="an@vi-du.vn", kind=self.paper.kind)
        self.citation = self.article.citations.create(symbol="1-CV/TW", key="1-cv/tw")
        self.drafts = {
            "news_article": make_article("Nháp", **DRAFT),
            "documents_document": make_document("Nháp", **DRAFT),
            "documents_pack": Pack.objects.create(title="Nháp", slug="nhap", **DRAFT),
            "library_gallery": make_gallery("Nháp", **DRAFT),
            "pages_standingpage": StandingPage.objects.create(title="Nháp", slug="nhap", **DRAFT),
            "polls_poll": make_poll("Nháp", **DRAFT),
            "feedback_question": make_question("Nháp", answer="", **DRAFT),
            "feedback_consultation": make_consultation("Nháp", **DRAFT),
            "library_recording": Recording.objects.create(
                title="Nháp", slug="nhap", link="https://video.example/1", **DRAFT
            ),
        }
        self.in_admin = self.drafts | self.others()
        self.autosaves = {
            (person, label): Autosave.objects.keep(person, type(draft), None, "k", {"title": ["C"]})
            for person in cast.values()
            for label, draft in self.drafts.items()
        }
        self.own = {
            person: make_article("Của tôi", created_by=person, **DRAFT) for person in cast.values()
        }
        self.sent_too_late = {
            person: KeptForm.objects.keep(person.pk, "/tai-khoan/thong-tin/", QueryDict("unit=Ban"))
            for person in cast.values()
        }

    @cached_property
    def sent(self):
        """{key: what a POST needs to be one at all}"""
        for draft in self.drafts.values():
            draft.remember(None)
        return {
            f"admin:{label}_restore": {"version": draft.history.first().history_id}
            for label, draft in self.drafts.items()
        }

    def others(self):
        HomeLead.objects.create(article=self.article)
        HomeBlock.objects.create(category=self.article.category)
        fold_editions.defer(timestamp=0)
        return {
            "news_category": self.article.category,
            "news_tag": Tag.objects.first(),
            "news_topic": self.topic,
            "news_author": self.author,
            "news_genre": Genre.objects.first(),
            "documents_series": self.series,
            "documents_kind": self.paper.kind,
            "documents_issuer": self.paper.issuer,
            "documents_field": self.paper.fields.create(name="Dân vận", slug="dan-van"),
            "documents_subscription": self.letters,
            "documents_citation": self.citation,
            "documents_wantedpaper": self.citation,
            "library_picture": self.picture,
            "polls_opinion": make_opinion(),
            "files_storedfile": self.paper.attachments.get().stored,
            "pages_sitesettings": SiteSettings.objects.create(),
            "search_synonym": Synonym.objects.create(short="BTG", name="Ban Tuyên giáo"),
            "search_missedsearch": MissedSearch.objects.create(words="x", last_on="2026-01-05"),
            **self.of_the_face(),
            "exchange_missedaddress": MissedAddress.objects.create(
                path="/khong-co/", count=1, first_at=ago(days=1), last_at=ago(days=1)
            ),
            "exchange_oldaddress": OldAddress.objects.create(
                host="cu.vi-du", path="/cu/", address="/van-ban/"
            ),
            "pages_homelead": HomeLead.objects.get(),
            "pages_homeblock": HomeBlock.objects.get(),
            "stats_visitsummary": VisitSummary.objects.create(),
            "accounts_user": make_person("nga", "cong_tac_vien"),
            "accounts_accountrequest": AccountRequest.objects.create(
                full_name="Lò Thị Mai",
                unit="Đảng ủy xã Mường Phăng",
                phone="0912345678",
                role="bao_cao_vien",
            ),
            "accounts_datarequest": DataRequest.objects.create(
                kind="delete", asked_by=self.cast["cong_tac_vien"], name="Chi"
            ),
            "accounts_holiday": Holiday.objects.create(day="2031-01-23", name="Tết"),
            "accounts_authenticator": Authenticator.objects.create(
                person=make_person("mo", "thu_ky")
            ),
            "speakers_conference": Conference.objects.create(
                title="Hội nghị", place="Hội trường", starts_at=ago(days=-3)
            ),
            "speakers_readingrequest": ReadingRequest.objects.create(
                document=self.secret, until=ago(days=-9).date()
            ),
            "speakers_question": Question.objects.create(
                asker=self.cast["bao_cao_vien"], text="Bao giờ có tài liệu?"
            ),
            "feedback_subject": Subject.objects.create(name="Dân vận", slug="dan-van"),
            "feedback_opinion": self.consultation.opinions.create(text="Nên gọn hơn."),
            "feedback_pagereport": PageReport.objects.create(path="/", text="Sai ngày."),
            "feedback_usefulness": Usefulness.objects.create(
                document=self.paper, visitor="k", is_useful=True
            ),
            "audit_entry": audit.record("export"),
            "auth_group": Group.objects.first(),
            "procrastinate_procrastinatejob": ProcrastinateJob.objects.first(),
        }

    def of_the_face(self):
        return {
            "pages_slogan": Slogan.objects.create(text="Chào mừng"),
            "pages_banner": Banner.objects.create(picture=self.picture, alt="Cờ đỏ"),
            "pages_notice": Notice.objects.create(text="Bão số 9", ends_at=ago(days=-1)),
            "pages_slide": Slide.objects.create(article=self.article),
            "pages_picturelink": PictureLink.objects.create(title="Báo", address="/tin-tuc/"),
            "pages_menuitem": MenuItem.objects.create(place="documents"),
            "pages_columnblock": ColumnBlock.objects.create(component="latest"),
            "pages_unit": Unit.objects.create(name="Văn phòng"),
            "pages_workevent": WorkEvent.objects.create(title="Giao ban", starts_at=ago(days=-3)),
        }

    def address(self, key, route, person):
        """An address of this name or, where it has none, of this route; None where nobody said
        below which object stands behind it."""
        known = self.public_addresses | self.addresses_of(person)
        if key in known:
            return known[key]
        if key.startswith("admin:") and "<" in route:
            return self.admin_address(key, person)
        for label, thing in self.in_admin.items():
            if key == f"quan-tri/{label.replace('_', '/')}/<path:object_id>/":
                return f"/{key.replace('<path:object_id>', str(quote(thing.pk)))}"
        if "<" in route:
            return None
        return f"/{route}" if key == route else reverse(key)

    def admin_address(self, key, person):
        label, _, page = key.removeprefix("admin:").rpartition("_")
        if page in ("typed", "forget"):
            return reverse(key, args=[self.autosaves[person, label].pk])
        more = ["bin"] if page == "step" else []
        known = label in self.in_admin
        return reverse(key, args=[quote(self.in_admin[label].pk), *more]) if known else None

    def addresses_of(self, person):
        """Those that show a person what is theirs."""
        own, kept = self.own[person].pk, self.autosaves[person, "news_article"].pk
        given = {"typed": [kept], "forget": [kept], "article": [own], "preview": [own]}
        given["step"] = [own, "submit"]
        found = {f"contributions:{name}": args for name, args in given.items()}
        sent = [self.sent_too_late[person].pk]
        found |= {"accounts:kept_form": sent, "accounts:drop_kept_form": sent}
        return {key: reverse(key, args=args) for key, args in found.items()}

    def of_members(self):
        return (
            self.of_files("documents", self.secret)
            | self.useful_addresses(self.secret)
            | self.of_poll(self.members_poll)
            | {
                "documents:document": self.secret.get_absolute_url(),
                "documents:citing": reverse("documents:citing", args=self.secret.address),
            }
        )

    def useful_addresses(self, paper):
        return {"feedback:useful": reverse("feedback:useful", args=[paper.pk])}

    def of_poll(self, poll):
        return {
            "polls:poll": poll.get_absolute_url(),
            "polls:ballot": poll.get_ballot_url(),
            "polls:results": poll.get_results_url(),
        }

    def of_files(self, app, owner):
        file = owner.attachments.get()
        return {
            f"{app}:file": file.get_absolute_url(),
            f"{app}:reading": file.get_reading_url(),
            f"{app}:page_picture": file.get_picture_url(1),
        }

    @cached_property
    def public_addresses(self):
        paper, article = self.paper, self.article
        return {
            **self.of_files("documents", paper),
            **self.of_files("news", article),
            **self.account_addresses(),
            **self.speakers_addresses(),
            "pages:colours": reverse("pages:colours", args=["a5171c-7d1015-a3161b-ffb3a3"]),
            "pages:standing": self.page.get_absolute_url(),
            "pages:week": reverse("pages:week", args=[2026, 48]),
            "pages:week_ics": reverse("pages:week_ics", args=[2026, 48]),
            **self.of_poll(self.poll),
            "pages:sitemap_section": reverse("pages:sitemap_section", args=["tin-tuc", 0]),
            "news:category": article.category.get_absolute_url(),
            "news:article": article.get_absolute_url(),
            "news:article_print": article.get_print_url(),
            "news:tag": reverse("news:tag", args=["giao-ban"]),
            "news:topic": self.topic.get_absolute_url(),
            "news:author": self.author.get_absolute_url(),
            "news:archive_month": reverse("news:archive_month", args=[2026, 1]),
            "news:topic_feed": reverse("news:topic_feed", args=[self.topic.slug]),
            "news:category_feed": reverse("news:category_feed", args=[article.category.slug]),
            "feedback:question": self.question.get_absolute_url(),
            "feedback:consultation": self.consultation.get_absolute_url(),
            "feedback:opine": self.consultation.get_opinion_url(),
            **self.useful_addresses(paper),
            "ratings:rate": reverse("ratings:rate", args=[article.pk]),
            "documents:symbol": reverse("documents:symbol", args=[paper.symbol]),
            "documents:year": reverse("documents:year", args=[2026]),
            "documents:confirm_alert": urlsplit(confirm_link(self.letters)).path,
            "documents:leave_alert": urlsplit(leave_link(self.letters)).path,
            "documents:subscribe": f"{reverse('documents:subscribe')}?loai={paper.kind.slug}",
            "documents:document": paper.get_absolute_url(),
            "documents:citing": reverse("documents:citing", args=paper.address),
            "documents:pack": self.pack.get_absolute_url(),
            "documents:pack_zip": self.pack.get_zip_url(),
            "documents:series": self.series.get_absolute_url(),
            "documents:kind_feed": reverse("documents:kind_feed", args=[paper.kind.slug]),
            "documents:field_feed": reverse("documents:field_feed", args=["dan-van"]),
            "library:picture": self.picture.url(320),
            "library:gallery": self.gallery.get_absolute_url(),
            "library:recording": self.recording.get_absolute_url(),
            "library:recording_file": self.recording.get_file_url(),
            "core:preview": preview.signed_address(article),
            "core:guide": reverse("core:guide", args=["bien-tap"]),
            "core:guide_picture": reverse("core:guide_picture", args=["bien-tap", "sua-bai"]),
            "admin:audit_entry_export": reverse("admin:audit_entry_export", args=["csv"]),
            "admin:stats_visitsummary_file": reverse("admin:stats_visitsummary_file", args=["csv"]),
            **self.poll_addresses(),
            "admin:feedback_question_erase": reverse(
                "admin:feedback_question_erase", args=[self.in_admin["feedback_question"].pk]
            ),
            "admin:app_list": reverse("admin:app_list", args=["news"]),
            "admin:autocomplete": f"{reverse('admin:autocomplete')}?{AUTOCOMPLETE}",
            "admin:view_on_site": self.on_site(article),
            "quan-tri/(?P<url>.*)$": "/quan-tri/khong-co/",
        }

    def poll_addresses(self):
        pk = self.in_admin["polls_poll"].pk
        arguments = {"results": [pk], "export": [pk, "csv"], "correct": [pk]}
        keys = {f"admin:polls_poll_{name}": given for name, given in arguments.items()}
        return {key: reverse(key, args=given) for key, given in keys.items()}

    def account_addresses(self):
        """Those of accounts whose object the name does not tell."""
        asked, person = self.in_admin["accounts_accountrequest"], self.in_admin["accounts_user"]
        rows = InvitationList.objects.create(
            file_name="ds.csv", role=Group.objects.get(name="cong_tac_vien")
        )
        of = dict.fromkeys(("letter", "slip", "suspend", "reactivate"), person)
        of |= {"list": rows, "list_slips": rows}
        found = {f"admin:accounts_user_{name}": thing.pk for name, thing in of.items()}
        found |= {f"admin:accounts_accountrequest_{name}": asked.pk for name in DECISIONS}
        (link,) = OneTimeLink.objects.make([person])
        return {key: reverse(key, args=[pk]) for key, pk in found.items()} | {
            "accounts:forget_device": reverse("accounts:forget_device", args=[1]),
            "accounts:end_session": reverse("accounts:end_session", args=["x"]),
            "accounts:link": reverse("accounts:link", args=[link.code]),
        }

    def speakers_addresses(self):
        """Those of the speakers' area and its lists."""
        asked = self.in_admin["speakers_readingrequest"].pk
        day = localtime(self.secret.published_at)
        calendar = CalendarAddress.objects.create(person=self.cast["bao_cao_vien"])
        arguments = {
            "speakers:month": [day.year, day.month],
            "speakers:month_zip": [day.year, day.month],
            "speakers:conference_ics": [self.in_admin["speakers_conference"].pk],
            "speakers:confirm": [self.secret.pk],
            "admin:speakers_readingrequest_readers": [asked],
            "admin:speakers_readingrequest_csv": [asked],
        }
        found = {key: reverse(key, args=given) for key, given in arguments.items()}
        return found | {"speakers:calendar": calendar.get_absolute_url()}

    def on_site(self, article):
        kind = ContentType.objects.get_for_model(article)
        return reverse("admin:view_on_site", args=[kind.pk, article.pk])
