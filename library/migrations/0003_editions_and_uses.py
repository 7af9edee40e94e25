from pathlib import Path

from django.db import migrations

from core.editions import edition_triggers
from core.versions import version_trigger

KEYS_IN = Path(__file__).parent.parent / "sql" / "keys_in.sql"
DROP_KEYS_IN = """
DROP INDEX news_article_picture_keys;
DROP FUNCTION library_keys_in(text);
"""

ON_AN_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.picture_id = r.id AND a.status = 'published')"
)
IN_A_GALLERY = (
    "EXISTS (SELECT FROM library_galleryitem AS i JOIN library_gallery AS g "
    "ON g.id = i.gallery_id WHERE i.picture_id = r.id AND g.status = 'published')"
)
ON_A_RECORDING = (
    "EXISTS (SELECT FROM library_recording AS c WHERE c.picture_id = r.id "
    "AND c.status = 'published')"
)
OF_A_GALLERY = (
    "EXISTS (SELECT FROM library_gallery AS g WHERE g.id = r.gallery_id AND g.status = 'published')"
)
PUBLISHED = "status = 'published'"
MOMENTS = ("r.published_at", "r.expires_at")


def instead_of(table, before, now, **options):
    """The triggers of a table with another condition."""
    old, new = edition_triggers(table, before), edition_triggers(table, now, **options)
    return migrations.RunSQL(f"{old.reverse_sql}\n{new.sql}", f"{new.reverse_sql}\n{old.sql}")


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_pictures_and_publications"),
        ("news", "0002_editions"),
    ]
    operations = [
        instead_of(
            "library_picture",
            ON_AN_ARTICLE,
            f"({ON_AN_ARTICLE} OR {IN_A_GALLERY} OR {ON_A_RECORDING})",
        ),
        edition_triggers("library_gallery", PUBLISHED, moments=MOMENTS),
        edition_triggers("library_galleryitem", OF_A_GALLERY),
        edition_triggers("library_recording", PUBLISHED, moments=MOMENTS),
        # A file was replaced: addresses in texts lead elsewhere from now on.
        edition_triggers("library_previouskey"),
        version_trigger("library_gallery"),
        version_trigger("library_recording"),
        migrations.RunSQL(KEYS_IN.read_text(), DROP_KEYS_IN),
    ]
