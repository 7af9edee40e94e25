"""Rules of the house that a reader of the code would otherwise have to remember."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = settings.BASE_DIR
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OURS = [
    "core", "accounts", "news", "documents", "files", "library", "pages", "search", "stats",
    "exchange", "speakers", "polls", "feedback",
]  # fmt: skip
FIGURES = {".py": 300, ".html": 160, ".css": 300}


def shown(path):
    return str(Path(path).relative_to(ROOT))


@pytest.mark.parametrize("template", TEMPLATES, ids=shown)
def test_a_template_has_nothing_inline_and_nothing_from_elsewhere(template):
    text = template.read_text()
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)
    assert not re.search(r'(?:src|srcset|action)="(?:https?:)?//', text)
    behind_a_door = {"accounts", "admin", "alerts", "ballots", "forms", "ratings", "speakers"}
    assert "csrf_token" not in text or behind_a_door & set(template.parts)


def test_every_component_has_its_parameters_on_top_and_every_stylesheet_is_named():
    for component in (ROOT / "templates" / "components").glob("*.html"):
        text = component.read_text()
        assert text.startswith("{% comment %}") or "{{" not in text, component.name
    css = ROOT / "static" / "css"
    parts = {name for file in css.glob("*.parts") for name in file.read_text().split()}
    known = {str(path.relative_to(css)) for path in css.rglob("*.css")}
    assert parts == {name for name in known if "admin" not in name}


def test_no_file_grows_beyond_what_one_can_read():
    for name in [*OURS, "tuyengiao", "launcher", "templates", "static"]:
        for path in (ROOT / name).rglob("*"):
            if path.suffix in FIGURES and "migrations" not in path.parts:
                assert len(path.read_text().splitlines()) <= FIGURES[path.suffix], shown(path)


def test_nobodys_deletion_deletes_what_they_wrote():
    user = apps.get_model(settings.AUTH_USER_MODEL)
    for model in apps.get_models():
        if model._meta.app_label not in OURS or model.__name__.startswith("Historical"):
            continue
        for field in model._meta.concrete_fields:
            if field.related_model is user:
                assert field.remote_field.on_delete.__name__ in ("PROTECT", "SET_NULL"), field


def test_everything_that_an_editor_reads_has_a_vietnamese_name():
    for model in apps.get_models():
        if model._meta.app_label in OURS and model._meta.app_label != "exchange":
            names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
            english = re.compile(r"^[a-z_ ]*(id|tag|article|document|picture|category|user)s?$")
            assert not any(english.match(name) for name in names), model


def test_views_never_ask_for_a_status():
    for name in OURS:
        for path in (ROOT / name).glob("views*.py"):
            assert "status=" not in re.sub(r"status=\d{3}", "", path.read_text()), shown(path)
