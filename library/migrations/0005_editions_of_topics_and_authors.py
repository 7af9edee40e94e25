from django.db import migrations

from core.editions import edition_triggers, instead_of

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
OF_A_TOPIC = "EXISTS (SELECT FROM news_topic AS t WHERE t.picture_id = r.id)"
OF_AN_AUTHOR = "EXISTS (SELECT FROM news_author AS t WHERE t.picture_id = r.id)"
BEFORE = f"({ON_AN_ARTICLE} OR {IN_A_GALLERY} OR {ON_A_RECORDING})"
NOW = f"({ON_AN_ARTICLE} OR {IN_A_GALLERY} OR {ON_A_RECORDING} OR {OF_A_TOPIC} OR {OF_AN_AUTHOR})"


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0004_bin"),
        ("news", "0008_topics_authors_royalties"),
    ]
    operations = [
        instead_of(
            edition_triggers("library_picture", BEFORE), edition_triggers("library_picture", NOW)
        )
    ]
