from pathlib import Path

from django.db import migrations, models

SQL = (Path(__file__).parent.parent / "sql" / "listing.sql").read_text()
LINKS = ("tags", "authors", "photographers", "more_categories")
ROWS = {
    "insert": "NEW TABLE AS new_rows",
    "update": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "delete": "OLD TABLE AS old_rows",
}
# The triggers above hold off writers until the migration ends, so the filling misses nothing.
FILL = """
INSERT INTO news_listing
SELECT due.* FROM (SELECT array_agg(id) AS ids FROM news_article) AS all_of_them,
    news_listing_due(ids) AS due;
INSERT INTO news_tally
SELECT line.list, line.value, line.within, line.part, line.at, sum(line.amount)
FROM news_listing AS listed, news_tally_lines(listed, 1) AS line GROUP BY 1, 2, 3, 4, 5;
SELECT news_fold_tally();
"""
DROP = """
DROP FUNCTION news_fold_tally(), news_empty_listing(), news_list_families(), news_list_links(),
    news_list_articles(), news_refresh_listing(bigint[]), news_listing_due(bigint[]),
    news_tally_lines(news_listing, integer);
DROP TABLE news_tally, news_listing;
"""


def listing_triggers(table, function, events=ROWS):
    """The operation that keeps the lists up with `table`."""
    create = [
        f"CREATE TRIGGER {table}_listing_{event} AFTER {event} ON {table} REFERENCING "
        f"{ROWS[event]} FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
        for event in events
    ]
    drop = [f"DROP TRIGGER {table}_listing_{event} ON {table};" for event in events]
    return migrations.RunSQL("\n".join(create), "\n".join(drop))


class Migration(migrations.Migration):
    dependencies = [("news", "0012_poll_in_an_article")]
    operations = [
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "article", "list", "value", blank=True, editable=False, primary_key=True
                    ),
                ),
                ("list", models.TextField()),
                ("value", models.BigIntegerField()),
                ("published_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=models.DO_NOTHING,
                        related_name="listings",
                        to="news.article",
                    ),
                ),
            ],
            options={"managed": False, "db_table": "news_listing"},
        ),
        migrations.RunSQL(SQL, DROP),
        listing_triggers("news_article", "news_list_articles"),
        *(listing_triggers(f"news_article_{link}", "news_list_links") for link in LINKS),
        listing_triggers("news_category", "news_list_families", ["update"]),
        migrations.RunSQL(
            "CREATE TRIGGER news_article_listing_truncate AFTER TRUNCATE ON news_article "
            "FOR EACH STATEMENT EXECUTE FUNCTION news_empty_listing();",
            "DROP TRIGGER news_article_listing_truncate ON news_article;",
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
