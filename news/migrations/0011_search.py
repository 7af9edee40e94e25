from pathlib import Path

from django.db import migrations

from search.catalogue import ARTICLES as SOURCE

SQL = Path(__file__).parent.parent / "sql" / "searchable.sql"
LINK = "SELECT article_id AS id FROM changed"


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0010_files_of_articles"),
        ("files", "0003_text"),
        ("search", "0001_entries"),
    ]
    operations = [
        migrations.RunSQL(SQL.read_text(), "DROP FUNCTION news_searchable(bigint[])"),
        SOURCE.follows_itself(
            "title", "lead", "body", "author", "status", "published_at", "category_id"
        ),
        SOURCE.follows("news_article_tags", LINK),
        SOURCE.follows("news_article_authors", LINK),
        SOURCE.follows("news_article_more_categories", LINK),
        *SOURCE.follows_files("news_attachment", "article_id"),
        # For suggestions: tags whose names begin so.
        migrations.RunSQL(
            "CREATE INDEX news_tag_plain ON news_tag (core_plain_key(name) text_pattern_ops)",
            "DROP INDEX news_tag_plain",
        ),
        migrations.RemoveIndex("article", "article_search"),
        migrations.RemoveField("article", "search"),
    ]
