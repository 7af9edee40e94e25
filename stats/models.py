"""Views and downloads: one row each when they happen, a sum on the page once an hour.

A row says what was seen and when, and nothing of who saw it (Law 91/2025). Rows are only
inserted, so that two visitors never wait for each other and what was answered is counted also
after a `kill -9`.
"""

from django.apps import apps
from django.db import connection, models, transaction

from core import editions

# What is counted, by the name that a page uses for it: label of the model.
COUNTED = {"bai": "news.Article", "van-ban": "documents.Document"}

# The snapshot: what was counted since the last one is added to the rows and forgotten.
TAKE = """
    WITH taken AS (DELETE FROM stats_hit WHERE what = %s AND thing = %s RETURNING object_id),
    counted AS (SELECT object_id, count(*) AS n FROM taken GROUP BY object_id)
    UPDATE {table} AS row SET {column} = row.{column} + counted.n
    FROM counted WHERE row.id = counted.object_id
"""


class HitQuerySet(models.QuerySet):
    def count_one(self, what, publication):
        """Note a view or a download of a publication that the visitor was let in to."""
        label = publication._meta.label
        things = [thing for thing, counted in COUNTED.items() if counted == label]
        self.bulk_create(Hit(what=what, thing=thing, object_id=publication.pk) for thing in things)

    @transaction.atomic
    def take_snapshot(self):
        """Add what was counted to the figures on the pages; the edition rises once."""
        changed = 0
        with connection.cursor() as cursor:
            for thing, label in COUNTED.items():
                model = apps.get_model(label)
                for what, column in Hit.COLUMNS.items():
                    if column in {field.name for field in model._meta.concrete_fields}:
                        sql = TAKE.format(table=model._meta.db_table, column=column)
                        cursor.execute(sql, [what, thing])
                        changed += cursor.rowcount
        if changed:
            editions.mark()


class Hit(models.Model):
    COLUMNS = {"view": "views", "download": "downloads"}

    what = models.CharField("việc", max_length=8)
    thing = models.CharField("loại", max_length=8)
    object_id = models.PositiveBigIntegerField()
    at = models.DateTimeField("lúc", auto_now_add=True)

    objects = HitQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt"
        verbose_name_plural = "lượt chưa cộng"

    def __str__(self):
        return f"{self.what} {self.thing} {self.object_id}"
