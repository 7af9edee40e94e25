import django.db.models.deletion
from django.db import migrations, models

import core.fields
from core.editions import edition_triggers, instead_of
from core.versions import version_trigger
from files.numbers import number_trigger

PUBLISHED = "status = 'published'"
MOMENTS = ("r.published_at", "r.expires_at", "r.pinned_until", "r.featured_until")
COUNTERS = ("views", "version")
OF_PUBLIC_ARTICLE = (
    "EXISTS (SELECT FROM news_article AS a WHERE a.id = r.article_id AND a.status = 'published')"
)
QUIET = ("attempts", "error", "read_at")


def on_a_paper(file):
    return (
        "EXISTS (SELECT FROM documents_attachment AS a JOIN documents_document AS d "
        f"ON d.id = a.document_id WHERE a.stored_id = {file} AND a.replaced_at IS NULL "
        "AND d.status = 'published' AND d.audience = 'public')"
    )


def on_an_article(file):
    return (
        "EXISTS (SELECT FROM news_attachment AS f JOIN news_article AS a ON a.id = f.article_id "
        f"WHERE f.stored_id = {file} AND f.replaced_at IS NULL AND a.status = 'published')"
    )


def on_either(file):
    return f"({on_a_paper(file)} OR {on_an_article(file)})"


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0010_numbers_of_files"),
        ("news", "0009_editions_of_topics_and_authors"),
    ]
    operations = [
        migrations.AddField(
            "article", "last_number", models.PositiveIntegerField(default=0, editable=False)
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(
                        db_default=0, editable=False, verbose_name="số thứ tự"
                    ),
                ),
                (
                    "title",
                    core.fields.TextLine(blank=True, max_length=200, verbose_name="tên hiển thị"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="thứ tự")),
                (
                    "name",
                    core.fields.TextLine(
                        editable=False, max_length=255, verbose_name="tên tệp khi tải về"
                    ),
                ),
                (
                    "replaced_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="được thay lúc"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="news.article",
                        verbose_name="bài viết",
                    ),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(app_label)s_attachments",
                        to="files.storedfile",
                        verbose_name="tệp",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp đính kèm",
                "verbose_name_plural": "tệp đính kèm",
                "ordering": ["position", "number"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(replaced_at=None),
                        fields=("article", "number"),
                        name="article_file_number_once",
                    )
                ],
            },
        ),
        number_trigger("news_attachment", "news_article", "article_id"),
        migrations.RunSQL(
            version_trigger("news_article", "views").reverse_sql,
            version_trigger("news_article", "views").sql,
        ),
        version_trigger("news_article", "views", "last_number"),
        instead_of(
            edition_triggers("news_article", PUBLISHED, moments=MOMENTS, counters=COUNTERS),
            edition_triggers(
                "news_article", PUBLISHED, moments=MOMENTS, counters=(*COUNTERS, "last_number")
            ),
        ),
        edition_triggers("news_attachment", OF_PUBLIC_ARTICLE),
        instead_of(
            edition_triggers("files_storedfile", on_a_paper("r.id"), counters=QUIET),
            edition_triggers("files_storedfile", on_either("r.id"), counters=QUIET),
        ),
        instead_of(
            edition_triggers("files_filepage", on_a_paper("r.file_id")),
            edition_triggers("files_filepage", on_either("r.file_id")),
        ),
    ]
