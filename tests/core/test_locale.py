"""The portal says in Vietnamese what the catalogues of its packages leave in English."""

import re
from ast import literal_eval
from gettext import GNUTranslations
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.utils.translation import gettext, ngettext

CONTRIB = ["admin", "auth", "contenttypes", "postgres", "sessions"]  # those with a catalogue
PACKAGES = ["conf", *(f"contrib/{app}" for app in CONTRIB)]
CATALOGUES = [(package, "django") for package in PACKAGES] + [("contrib/admin", "djangojs")]
OURS = Path(settings.BASE_DIR) / "locale" / "vi" / "LC_MESSAGES"
TEXT = r'(".*")\n'
ENTRY = re.compile(
    rf"(?:^msgctxt {TEXT})?^msgid {TEXT}(?:^msgid_plural {TEXT})?^msgstr(?:\[0\])? {TEXT}", re.M
)
PLACEHOLDER = re.compile(r"%\(\w+\)[srd]|%[srd]|\{\w*\}")


def read_po(path):
    """What a .po says, under the keys that Python's gettext gives the same .mo."""
    joined = path.read_text().replace('"\n"', "") + "\n"
    found = {}
    for entry in ENTRY.findall(joined):
        context, english, plural, text = (literal_eval(part or '""') for part in entry)
        key = f"{context}\x04{english}" if context else english
        found[(key, 0) if plural else key] = text
    return found


def read_mo(path):
    with path.open("rb") as file:
        return GNUTranslations(file)._catalog


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


@pytest.mark.parametrize(("package", "domain"), CATALOGUES)
def test_what_django_leaves_in_english_is_translated_here(package, domain):
    folder = Path(django.__file__).parent / package / "locale"
    english = read_po(folder / f"en/LC_MESSAGES/{domain}.po")
    vietnamese = folder / f"vi/LC_MESSAGES/{domain}.mo"
    theirs = read_mo(vietnamese) if vietnamese.exists() else {}
    gaps = english.keys() - theirs.keys()
    assert english
    assert gaps - {key for key, text in read_po(OURS / f"{domain}.po").items() if text} == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_a_translation_keeps_the_placeholders(domain):
    for key, text in read_po(OURS / f"{domain}.po").items():
        english = key[0] if isinstance(key, tuple) else key
        assert key == "" or placeholders(text) == placeholders(english), key


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_compiled_catalogue_says_what_its_source_says(domain):
    source = OURS / f"{domain}.po"
    assert "fuzzy" not in source.read_text()
    assert read_mo(source.with_suffix(".mo")) == read_po(source)


def test_the_portal_uses_its_catalogue():
    assert gettext("Show counts") == "Hiện số lượng"
    assert gettext("Change reason") == "Lý do thay đổi"
    words = "Please correct the error below.", "Please correct the errors below."
    assert ngettext(*words, 2) == "Vui lòng sửa các lỗi bên dưới."
