"""Small believable things to test with. Published an hour ago unless told otherwise."""

from datetime import timedelta
from itertools import count

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import User
from accounts.roles import STAFF
from core.vietnamese import slugify
from documents.models import Document, Field, Issuer, Kind
from feedback.models import Asker, Consultation, Question
from files.models import StoredFile
from files.reading import kind_of
from library.models import Gallery
from news.models import Article, Author, Category, Tag, Topic
from pages.models import StandingPage
from polls.models import Poll

numbers = count(1)


def ago(**units):
    """A moment before now; `ago(hours=-1)` is in an hour."""
    return timezone.now() - timedelta(**units)


def make_category(name="Khoa giáo", **fields):
    return Category.objects.get_or_create(name=name, defaults={"slug": slugify(name), **fields})[0]


def make_article(title=None, tags=(), **fields):
    title = title or f"Hội nghị giao ban lần thứ {next(numbers)}"
    article = Article.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "category": fields.get("category") or make_category(),
            "lead": "Chiều nay, hội nghị bàn về công tác khoa giáo.",
            "body": "<p>Toàn văn của bài viết.</p>",
            "status": Article.Status.PUBLISHED,
            "published_at": ago(hours=1),
            **fields,
        }
    )
    for name in tags:
        article.tags.add(Tag.objects.get_or_create(name=name, slug=slugify(name))[0])
    return article


def make_topic(name="Ứng phó mưa lũ", **fields):
    return Topic.objects.create(name=name, slug=slugify(name), **fields)


def make_author(name="Thanh Mộc", **fields):
    return Author.objects.create(name=name, slug=slugify(name), **fields)


def make_gallery(title="Ngày hội bản Ten", pictures=(), **fields):
    gallery = Gallery.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "status": Gallery.Status.PUBLISHED,
            "published_at": ago(hours=1),
            **fields,
        }
    )
    for picture in pictures:
        gallery.append(picture)
    return gallery


def make_poll(title=None, choices=("Trang này", "Zalo, Facebook", "Loa truyền thanh"), **fields):
    """A choice called “Ý kiến khác” is one of the voter's own words."""
    title = title or f"Ông (bà) đọc tin của Ban qua kênh nào, lần {next(numbers)}?"
    poll = Poll.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "status": Poll.Status.PUBLISHED,
            "published_at": ago(hours=1),
            **fields,
        }
    )
    for place, text in enumerate(choices):
        poll.choices.create(text=text, position=place, is_other=text == "Ý kiến khác")
    return poll


def make_document(title=None, *, field="", **fields):
    title = title or f"Hướng dẫn tuyên truyền lần thứ {next(numbers)}"
    document = Document.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "kind": fields.get("kind") or named(Kind, "Hướng dẫn"),
            "issuer": fields.get("issuer") or named(Issuer, "Ban Tuyên giáo Tỉnh ủy"),
            "status": Document.Status.PUBLISHED,
            "published_at": ago(hours=1),
            **fields,
        }
    )
    if field:
        document.fields.add(named(Field, field))
    return document


def make_question(title="Bao giờ có đường vào bản?", *, email="", **fields):
    """Answered and published unless told otherwise, with who asked."""
    question = Question.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "text": "Bà con chúng tôi muốn biết.",
            "answer": "<p>Đầu năm tới.</p>",
            "status": Question.Status.PUBLISHED,
            "published_at": ago(hours=1),
            **fields,
        }
    )
    Asker.objects.create(question=question, name="Vàng A Lử", email=email, words=question.text)
    return question


def make_consultation(title="Dự thảo Quy chế báo cáo viên", **fields):
    """Published and open unless told otherwise."""
    return Consultation.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "drafted_by": "Ban Tuyên giáo Tỉnh ủy",
            "body": "<p>Điều 1.</p>",
            "status": Consultation.Status.PUBLISHED,
            "published_at": ago(days=3),
            "closes_at": ago(days=-3),
            **fields,
        }
    )


def make_page(title="Giới thiệu", **fields):
    """A standing page; published unless told otherwise."""
    return StandingPage.objects.create(
        **{
            "title": title,
            "slug": slugify(title),
            "status": StandingPage.Status.PUBLISHED,
            "published_at": ago(days=3),
            **fields,
        }
    )


def named(model, name):
    return model.objects.get_or_create(name=name, defaults={"slug": slugify(name)})[0]


def make_file(content=b"%PDF-1.7 thu", state="clear", **fields):
    """A stored file that somebody looked at, unless told otherwise."""
    upload = ContentFile(content, "tep")
    stored = StoredFile.objects.keep(upload, kind_of(upload))
    StoredFile.objects.filter(pk=stored.pk).update(
        **{"state": state, "read_at": ago(minutes=1), **fields}
    )
    stored.refresh_from_db()
    return stored


def make_attachment(owner, name="huong-dan.pdf", content=b"%PDF-1.7 thu", **fields):
    """A file of a paper or an article; `fields` are those of the StoredFile."""
    model = owner.attachments.model
    attachment = model(**{model.OWNER: owner})
    attachment.put(make_file(content, **fields), name)
    return attachment


def make_person(username, role):
    """A member of the cast with one role; the password is the name twice and a number."""
    person = User.objects.create_user(
        username, password=f"{username}-{username}-1", full_name=username.title()
    )
    person.is_staff = role in STAFF
    person.save()
    person.groups.add(Group.objects.get(name=role))
    return person
