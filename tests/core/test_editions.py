"""The edition rises with every committed change of public content, and only then."""

import threading
from contextlib import closing

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.utils import timezone

from core import editions
from news.models import Article
from tests.factories import ago, make_article, make_attachment, make_category, make_document

# Tables whose rows stand on no public page, each with the reason.
EXEMPT = {
    "accounts_authenticator": "keys of people are on no public page",
    "accounts_recoverycode": "as above",
    "accounts_remembereddevice": "as above",
    "accounts_keptform": "belongs to one person",
    "accounts_session": "sessions belong to one person",
    "accounts_user": "people are on no public page; a writer's name is text of the article",
    "accounts_user_groups": "as above",
    "accounts_user_user_permissions": "as above",
    "accounts_accountrequest": "for those who administer accounts",
    "accounts_addressmark": "kept for a day against machines",
    "accounts_datarequest": "for those who administer accounts",
    "accounts_holiday": "reckons terms for those who administer accounts",
    "accounts_onetimelink": "belongs to one person",
    "accounts_invitationlist": "for those who administer accounts",
    "accounts_uploadday": "what a writer sent today",
    "auth_group": "roles are on no public page",
    "auth_group_permissions": "as above",
    "auth_permission": "as above",
    "axes_accessattempt": "wrong passwords of the last minutes",
    "axes_accessattemptexpiration": "as above",
    "axes_accessfailurelog": "as above; stays empty",
    "axes_accesslog": "as above; stays empty",
    "audit_entry": "the audit log is for administrators",
    "audit_name": "as above",
    "django_admin_log": "a log of the admin",
    "django_content_type": "Django's own register of models",
    "django_migrations": "Django's own",
    "exchange_oldaddress": "redirects are looked up at each request and never kept",
    "exchange_missedhit": "for administrators alone",
    "exchange_missedaddress": "as above",
    "exchange_missedreferrer": "as above",
    "exchange_importedarticle": "where an article came from; no page shows it",
    "exchange_importeddocument": "as above",
    "documents_unreadpage": "pages still to be read for citations",
    "core_steprecord": "the log of steps is for those who work here",
    "core_notification": "belongs to one person",
    "core_autosave": "what is being typed is no content",
    "core_presence": "who has what open",
    "news_historicalarticle": "former versions are on no public page",
    "news_historicalarticle_tags": "as above",
    "news_historicalarticle_authors": "as above",
    "news_historicalarticle_photographers": "as above",
    "news_historicalarticle_more_categories": "as above",
    "news_historicalarticle_related_by_hand": "as above",
    "news_genre": "by which royalties are reckoned; no page shows it",
    "news_royaltyexport": "what was reckoned is for those who work here",
    "documents_historicaldocument": "as above",
    "documents_historicaldocument_fields": "as above",
    "documents_historicalpack": "as above",
    "library_historicalgallery": "as above",
    "library_historicalrecording": "as above",
    "speakers_visit": "the speakers' area is never kept: it is rendered for each person",
    "speakers_calendaraddress": "as above",
    "speakers_conference": "as above",
    "speakers_conference_papers": "as above",
    "speakers_readingrequest": "as above",
    "speakers_confirmation": "as above",
    "speakers_question": "as above",
    "pages_historicalstandingpage": "former versions are on no public page",
    "stats_hit": "counted on a page only with the hourly snapshot, which raises the edition",
    "ratings_rating": "as above; the figures of the pages have triggers",
    "stats_day": "as above",
    "stats_pageday": "as above",
    "stats_originday": "as above",
    "stats_dayvisitor": "as above",
    "feedback_asker": "who asked is on no page",
    "feedback_historicalquestion": "former versions are on no public page",
    "feedback_historicalconsultation": "as above",
    "feedback_pagereport": "for those who edit",
    "feedback_usefulness": "as above",
    "documents_subscription": "who hears of what is on no page",
    "documents_told": "as above",
    "documents_attempt": "as above",
    "documents_tally": "follows from the papers, whose changes raise the edition",
    "polls_voter": "who took part is on no page",
    "polls_historicalpoll": "former versions are on no public page",
    "guard_dailysalt": "kept against scripts, on no page",
    "guard_networkcount": "as above",
    "guard_spentproof": "as above",
    "search_word": "words for “did you mean”; a search is never kept",
    "search_synonym": "as above",
    "search_missedsearch": "for those who work here",
    "search_renamed": "what waits for a job, which raises the edition itself",
    "search_entry": "follows from what is searched, whose changes raise the edition",
    "news_listing": "follows from the articles, whose changes raise the edition",
    "news_tally": "as above",
    "core_edition_base": "holds the edition",
    "core_edition_mark": "holds the edition",
    "core_moment": "holds the edition",
}


def tables():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {name for (name,) in cursor if not name.startswith("procrastinate_")}


def triggers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger")
        return {tuple(row) for row in cursor}


@pytest.mark.django_db
def test_every_table_has_its_triggers_or_a_written_exemption():
    found = triggers()
    covered = {
        table
        for table in tables()
        if all(
            (table, f"{table}_edition_{event}") in found
            for event in ("insert", "update", "delete", "truncate")
        )
    }
    assert covered | EXEMPT.keys() == tables()
    assert not covered & EXEMPT.keys()


@pytest.fixture
def raises(transactional_db):
    """Whether a change raises the edition."""

    def check(change):
        before = editions.current()
        change()
        return editions.current() != before

    return check


def test_it_rises_for_a_public_row(raises):
    article = make_article()
    assert raises(lambda: Article.objects.filter(pk=article.pk).update(title="Sửa"))
    article.lead = "Sửa"
    assert raises(lambda: Article.objects.bulk_update([article], ["lead"]))
    assert raises(article.delete)
    assert raises(make_article)


def test_it_rises_for_what_hangs_on_a_public_row(raises):
    article, document = make_article(), make_document()
    assert raises(lambda: make_attachment(document))
    assert raises(lambda: document.attachments.all().delete())
    assert raises(lambda: article.tags.create(name="giao ban", slug="giao-ban"))
    assert raises(lambda: article.tags.update(name="khoa giáo"))
    assert raises(lambda: make_category("Dân vận"))


def test_it_rises_when_a_draft_becomes_public_and_when_it_ceases_to_be(raises):
    article = make_article(status="draft")
    assert raises(lambda: Article.objects.update(status="published"))
    assert raises(lambda: Article.objects.update(status="withdrawn"))
    assert article.pk


def test_drafts_members_papers_counters_and_updates_of_no_row_raise_nothing(raises):
    category = make_category()
    assert not raises(lambda: make_article(status="draft", category=category))
    assert not raises(lambda: Article.objects.update(title="Sửa nháp"))
    assert not raises(lambda: Article.objects.filter(pk=0).update(title="Không có"))
    article = make_article(category=category)
    assert not raises(lambda: Article.objects.update(views=9))
    assert not raises(lambda: Article.objects.filter(pk=article.pk).update(lead=article.lead))
    assert raises(lambda: Article.objects.update(views=10, lead="Sửa"))
    make_document()
    assert not raises(lambda: make_document(audience="members", title="Tài liệu tháng"))
    members = make_document(audience="members")
    assert not raises(lambda: make_attachment(members))


def test_a_rolled_back_change_raises_nothing(raises):
    def change():
        with transaction.atomic():
            make_article()
            transaction.set_rollback(True)

    assert not raises(change)


def test_a_savepoint_rolled_back_takes_its_mark_with_it(raises):
    def change():
        with transaction.atomic(), transaction.atomic():
            make_article()
            transaction.set_rollback(True)

    assert not raises(change)


def test_nobody_sees_it_rise_before_the_commit(transactional_db):
    before = editions.current()
    seen = []

    def look():
        with closing(connection):
            seen.append(editions.current())

    with transaction.atomic():
        make_article()
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert seen == [before]
    assert editions.current() != before


def test_two_writers_do_not_wait_for_each_other(transactional_db):
    """The second writer commits while the first one's transaction is still open."""
    make_article(title="Bài một")
    make_article(title="Bài hai")
    done = threading.Event()

    def write():
        with closing(connection):
            Article.objects.filter(title="Bài hai").update(lead="Sửa")
            done.set()

    with transaction.atomic():
        Article.objects.filter(title="Bài một").update(lead="Sửa")
        thread = threading.Thread(target=write)
        thread.start()
        assert done.wait(5)
    thread.join()


def test_it_rises_by_one_for_a_transaction_of_many_writes(transactional_db):
    def number():
        return int(editions.current().split(".")[1])

    before = number()
    with transaction.atomic():
        for _ in range(3):
            make_article()
    assert number() == before + 1


def test_folding_changes_nothing_that_can_be_seen(raises):
    make_article()
    make_article(published_at=ago(seconds=-0.1))
    assert not raises(editions.fold)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_edition_mark")
        assert cursor.fetchone() == (0,)


def test_it_survives_truncate(raises):
    make_article()
    tables = ", ".join(model._meta.db_table for model in apps.get_models())

    def truncate():
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {tables} CASCADE")

    assert raises(truncate)
    with pytest.raises(Exception, match="never emptied"), connection.cursor() as cursor:
        cursor.execute("TRUNCATE core_edition_base")


def test_a_mark_of_another_life_of_the_database_is_not_taken_for_this_transactions(raises):
    """After a restore on a new server transaction numbers begin anew."""

    def change():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO core_edition_mark VALUES (pg_current_xact_id(), '2020-01-01')"
            )
            make_article()

    before = int(editions.current().split(".")[1])
    change()
    assert int(editions.current().split(".")[1]) == before + 2


def test_a_scheduled_publication_and_an_expiry_change_it_at_their_time(transactional_db):
    make_article(published_at=ago(seconds=-0.4), expires_at=ago(seconds=-0.8))
    seen = {editions.current()}
    deadline = timezone.now() + timezone.timedelta(seconds=1.2)
    while timezone.now() < deadline:
        seen.add(editions.current())
    assert len(seen) == 3
