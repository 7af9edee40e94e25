"""Subjects that get another name are followed by a job."""

from django.db import migrations

from search.catalogue import QUESTIONS


class Migration(migrations.Migration):
    dependencies = [("feedback", "0003_search"), ("search", "0006_renamed")]
    operations = QUESTIONS.follows_names()
