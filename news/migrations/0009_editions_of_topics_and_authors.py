from django.db import migrations

from core.editions import edition_triggers, instead_of

PUBLISHED = "status = 'published'"
COUNTERS = ("views", "version")
BEFORE = ("r.published_at", "r.expires_at")
OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.id = r.article_id AND a.status = 'published')"
)
BESIDE_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.id = r.from_article_id "
    "AND a.status = 'published')"
)
TOPIC_OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.topic_id = r.id AND a.status = 'published')"
)


def names_one(table):
    return (
        f"EXISTS (SELECT FROM {table} AS t JOIN news_article AS a ON a.id = t.article_id "
        "WHERE t.author_id = r.id AND a.status = 'published')"
    )


AUTHOR_OF_PUBLIC_ARTICLE = (
    f"({names_one('news_article_authors')} OR {names_one('news_article_photographers')})"
)


class Migration(migrations.Migration):
    dependencies = [("news", "0008_topics_authors_royalties")]
    operations = [
        instead_of(
            edition_triggers("news_article", PUBLISHED, moments=BEFORE, counters=COUNTERS),
            edition_triggers(
                "news_article",
                PUBLISHED,
                moments=(*BEFORE, "r.pinned_until", "r.featured_until"),
                counters=COUNTERS,
            ),
        ),
        edition_triggers("news_topic", TOPIC_OF_PUBLIC_ARTICLE),
        edition_triggers("news_author", AUTHOR_OF_PUBLIC_ARTICLE),
        edition_triggers("news_article_more_categories", OF_PUBLIC_ARTICLE),
        edition_triggers("news_article_authors", OF_PUBLIC_ARTICLE),
        edition_triggers("news_article_photographers", OF_PUBLIC_ARTICLE),
        edition_triggers("news_article_related_by_hand", BESIDE_PUBLIC_ARTICLE),
    ]
