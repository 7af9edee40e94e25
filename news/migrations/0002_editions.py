from django.db import migrations

from core.editions import edition_triggers

ARTICLE = "status = 'published'"
OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.id = r.article_id AND a.status = 'published')"
)
TAG_OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article_tags AS t JOIN news_article AS a ON a.id = t.article_id "
    "WHERE t.tag_id = r.id AND a.status = 'published')"
)
PICTURE_OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.picture_id = r.id AND a.status = 'published')"
)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_search"), ("news", "0001_initial")]
    operations = [
        edition_triggers("news_category"),
        edition_triggers(
            "news_article",
            ARTICLE,
            moments=("r.published_at", "r.expires_at"),
            counters=("views", "version"),
        ),
        edition_triggers("news_article_tags", OF_PUBLIC_ARTICLE),
        edition_triggers("news_tag", TAG_OF_PUBLIC_ARTICLE),
        edition_triggers("library_picture", PICTURE_OF_PUBLIC_ARTICLE),
        # The newest articles of a tag, for related ones and the tag's page.
        migrations.RunSQL(
            "CREATE INDEX news_article_tags_newest ON news_article_tags (tag_id, article_id DESC)",
            "DROP INDEX news_article_tags_newest",
        ),
    ]
