"""Tags and authors that get another name are followed by a job."""

from django.db import migrations

from search.catalogue import ARTICLES

FORMER = """
DROP TRIGGER IF EXISTS news_tag_search_update_news_article ON news_tag;
DROP TRIGGER IF EXISTS news_author_search_update_news_article ON news_author;
"""


class Migration(migrations.Migration):
    dependencies = [("news", "0013_listing"), ("search", "0006_renamed")]
    operations = [
        migrations.RunSQL(FORMER, migrations.RunSQL.noop),
        *ARTICLES.follows_names(),
    ]
