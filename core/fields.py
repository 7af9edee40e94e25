from django.db import models


class TextLine(models.CharField):
    pass


class PlainText(models.TextField):
    pass


class RichText(models.TextField):
    pass
