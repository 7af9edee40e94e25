"""Every write path of the ORM keeps the rule of the field; lookups and expressions still work."""

import json

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from core.fields import PlainText, RichText, TextLine

TYPED = {
    "title": "  Ðảng\u00a0bộ \r\n tỉnh  ",
    "lead": "\n Chiều\u00a016/8,\nhội nghị \n",
    "body": "<p onclick=x()>Ðảng</p><script>x()</script>",
}
STORED = {"title": "Đảng bộ tỉnh", "lead": "Chiều 16/8,\nhội nghị", "body": "<p>Đảng</p>"}


@pytest.fixture(scope="module")
def note_model():
    with isolate_apps("core"):

        class Note(models.Model):
            title = TextLine(max_length=30, unique=True)
            lead = PlainText(blank=True)
            body = RichText(blank=True)

            class Meta:
                app_label = "core"

            def __str__(self):
                return self.title

    return Note


@pytest.fixture
def note(db, note_model):
    with connection.schema_editor() as editor:
        editor.create_model(note_model)
    return note_model


def stored(model):
    return model.objects.values("title", "lead", "body").get()


def shown(instance):
    return {name: getattr(instance, name) for name in TYPED}


def by_save(model):
    instance = model(**TYPED)
    instance.save()
    assert shown(instance) == STORED


def by_create(model):
    assert shown(model.objects.create(**TYPED)) == STORED


def by_bulk_create(model):
    (instance,) = model.objects.bulk_create([model(**TYPED)])
    assert shown(instance) == STORED


def by_upsert(model):
    model.objects.create(title=TYPED["title"])
    model.objects.bulk_create(
        [model(**TYPED)],
        update_conflicts=True,
        unique_fields=["title"],
        update_fields=["lead", "body"],
    )


def by_save_of_some_fields(model):
    instance = model.objects.create(title="Cũ")
    for name, text in TYPED.items():
        setattr(instance, name, text)
    instance.save(update_fields=list(TYPED))


def by_bulk_update(model):
    instance = model.objects.create(title="Cũ")
    for name, text in TYPED.items():
        setattr(instance, name, text)
    model.objects.bulk_update([instance], list(TYPED))


def by_update(model):
    model.objects.create(title="Cũ")
    model.objects.update(**TYPED)


def by_update_or_create(model):
    model.objects.create(title=STORED["title"])
    model.objects.update_or_create(title=TYPED["title"], defaults=TYPED)


def by_fixture(model):
    model.objects.create(pk=1, title="Cũ")
    data = json.dumps([{"model": "core.note", "pk": 1, "fields": TYPED}])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.serializers.python.apps", model._meta.apps)
        (read,) = serializers.deserialize("json", data)
    read.save()


def by_form(model):
    form = modelform_factory(model, fields=list(TYPED))(TYPED)
    assert shown(form.save()) == STORED


@pytest.mark.parametrize(
    "write",
    [
        *(by_save, by_create, by_bulk_create, by_upsert, by_save_of_some_fields, by_bulk_update),
        *(by_update, by_update_or_create, by_fixture, by_form),
    ],
)
def test_what_is_stored_follows_the_rule_whatever_wrote_it(note, write):
    write(note)
    assert stored(note) == STORED


def test_expressions_pass_untouched(note):
    instance = note.objects.create(title="Đảng bộ", body="<p>a</p>")
    note.objects.update(title=Concat("title", Value("  A ")), lead=F("body"))
    note.objects.update(body=Concat(F("body"), Value("<p>b</p>")))
    assert stored(note) == {"title": "Đảng bộ  A ", "lead": "<p>a</p>", "body": "<p>a</p><p>b</p>"}
    instance.title = Concat(F("title"), Value(" tỉnh "))
    instance.save(update_fields=["title"])
    assert stored(note)["title"] == "Đảng bộ  A  tỉnh "


def test_lookups_find_what_was_stored(note):
    note.objects.create(**TYPED)
    assert note.objects.filter(title=TYPED["title"]).exists()
    assert note.objects.filter(title__in=[TYPED["title"]], lead=TYPED["lead"]).exists()
    assert note.objects.filter(title__startswith="Đảng ", body__contains="<p>Đ").exists()
    assert note.objects.filter(title__icontains="Đảng B", body__regex="^<p>").exists()
    assert note.objects.get_or_create(title=TYPED["title"])[1] is False
    assert not note.objects.filter(title__isnull=True).exists()


def test_a_line_is_measured_after_its_repair(note_model):
    note_model(title=" a" * 15 + " " * 30).clean_fields()
    with pytest.raises(ValidationError):
        note_model(title="a" * 31).clean_fields()
    with pytest.raises(ValidationError):
        note_model(title=" \u00a0 ").clean_fields()


def test_a_null_character_is_refused_by_the_form(note_model):
    form = modelform_factory(note_model, fields=["title", "lead"])({"title": "a\0", "lead": "b\0"})
    assert set(form.errors) == {"title", "lead"}


@pytest.mark.parametrize("field", [TextLine(max_length=9), PlainText(), RichText()])
def test_nothing_stays_nothing_and_other_values_become_text(field):
    assert field.to_python(None) is None
    assert field.get_prep_value(None) is None
    assert field.get_prep_value("") == ""
    assert field.get_prep_value(7) == "7"


@pytest.mark.parametrize(
    ("name", "path", "options"),
    [
        ("title", "core.fields.TextLine", {"max_length": 30, "unique": True}),
        ("lead", "core.fields.PlainText", {"blank": True}),
        ("body", "core.fields.RichText", {"blank": True}),
    ],
)
def test_migrations_name_the_fields_by_themselves(note_model, name, path, options):
    field = note_model._meta.get_field(name)
    assert field.deconstruct() == (name, path, [], options)
    assert field.clone().deconstruct()[1:] == (path, [], options)
