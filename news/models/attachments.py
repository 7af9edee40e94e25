"""The files of articles."""

from django.db import models

from files import models as files
from news.models.articles import Article


class Attachment(files.Attachment):
    """A file of an article."""

    OWNER = "article"

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name="bài viết", related_name="attachments"
    )

    class Meta(files.Attachment.Meta):
        constraints = [files.number_once("article", "article_file_number_once")]
