"""What the face shows raises the edition, and the one slogan becomes a row of its own."""

from importlib import import_module

from django.db import migrations

from core.editions import edition_triggers, instead_of
from core.versions import version_trigger

before = import_module("documents.migrations.0016_packs_and_series")
SHOWN = f"({before.SHOWN} OR {before.IS_COVER})"
RUNS = ("r.starts_at", "r.ends_at")
ON_THE_FACE = " OR ".join(
    f"EXISTS (SELECT FROM pages_{table} AS f WHERE f.{column}_id = r.id)"
    for table, column in (
        ("banner", "picture"),
        ("picturelink", "picture"),
        ("contact", "picture"),
        ("sitesettings", "emblem"),
        ("sitesettings", "map_picture"),
    )
)
# The week's page marks today, so the midnights around an event are moments too.
MIDNIGHT = "date_trunc('day', r.starts_at, 'Asia/Ho_Chi_Minh')"
DAY = (
    "r.starts_at",
    "coalesce(r.ends_at, r.starts_at + interval '2 hours')",
    MIDNIGHT,
    f"{MIDNIGHT} + interval '1 day'",
)


def move_slogan(apps, schema_editor):
    slogans = apps.get_model("pages", "Slogan").objects
    for site in apps.get_model("pages", "SiteSettings").objects.exclude(slogan=""):
        slogans.create(text=site.slogan)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0005_face"),
        ("core", "0003_search"),
        ("documents", "0016_packs_and_series"),
        ("library", "0005_editions_of_topics_and_authors"),
    ]
    operations = [
        *(
            edition_triggers(f"pages_{table}", moments=RUNS)
            for table in ("slogan", "banner", "notice", "slide", "picturelink")
        ),
        *(
            edition_triggers(f"pages_{table}")
            for table in ("menuitem", "columnblock", "unit", "contact")
        ),
        edition_triggers("pages_workevent", moments=DAY),
        edition_triggers(
            "pages_standingpage",
            "r.status = 'published'",
            moments=("r.published_at", "r.expires_at"),
        ),
        version_trigger("pages_standingpage"),
        instead_of(
            edition_triggers("library_picture", SHOWN),
            edition_triggers("library_picture", f"({SHOWN} OR {ON_THE_FACE})"),
        ),
        migrations.RunSQL(
            "CREATE INDEX pages_standingpage_picture_keys ON pages_standingpage"
            " USING gin (library_keys_in(body))",
            "DROP INDEX pages_standingpage_picture_keys",
        ),
        migrations.RunPython(move_slogan, migrations.RunPython.noop),
        migrations.RemoveField("sitesettings", "slogan"),
    ]
