"""Every text of ours goes through gettext, and is complete in three languages."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext

from meetings.models import (
    AgendaUndo,
    AgendaVersion,
    CalendarFeed,
    ExportFile,
    ImportBatch,
    ImportRow,
)
from meetings.models.names import override_language

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((ROOT / "meetings" / "locale").glob("*/LC_MESSAGES/django.po"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
OURS = [*apps.get_app_config("meetings").get_models()]
OURS += [*apps.get_app_config("secretariat").get_models()]
# Nobody sees all columns of these by name.
UNSEEN = {
    AgendaUndo,
    AgendaVersion,
    CalendarFeed,
    ExportFile,
    ImportBatch,
    ImportRow,
}
MODELS = [
    m for m in OURS if not m.__name__.startswith("Historical") and m not in UNSEEN
]

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%s|\{\w*\}")
TRANSLATED = re.compile(r"{% blocktranslate.*?endblocktranslate %}", re.DOTALL)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
SAID = re.compile(r'\b(?:alt|aria-label|placeholder|title)="([^"]*)"')
LETTER = re.compile(r"[^\W\d_]{2,}")
# Texts that are terms of the glossary, by the term.
TERMS = {
    "Address": "address",
    "Attendees": "participant",
    "Autonomous district": "autonomous district (Korea)",
    "City": "city",
    "Co-host": "co-host",
    "County": "county (Korea)",
    "Delegation": "delegation",
    "Discussion": "discussion",
    "Exchange Plaza": "Exchange Plaza",
    "General assembly": "general assembly",
    "Host": "host",
    "In cooperation with": "in cooperation with",
    "Joint statement": "joint statement",
    "Keynote": "keynote",
    "Metropolitan city": "metropolitan city",
    "Municipality": "municipality directly under the central government (China)",
    "Observer": "observer",
    "Organiser": "organiser",
    "Participants": "participant",
    "Place": "place of the conference",
    "Plenary": "plenary",
    "Prefecture": "prefecture (Japan)",
    "Press conference": "press conference",
    "Secretariat": "secretariat",
    "Site visit": "site visit",
    "Source": "source",
    "Special city": "special city",
    "Special self-governing city": "special self-governing city",
    "Special self-governing province": "special self-governing province",
    "Supported by": "supported by",
    "Theme": "theme",
    "Town": "town (Japan)",
    "attendees": "participant",
    "delegation": "delegation",
    "participants": "participant",
    "place": "place of the conference",
    "source": "source",
    "theme": "theme",
}
NOT_WORDS = {"ODS", "PDF", "XLSX", "CSV", "html", "doctype"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_is_complete(path):
    catalogue = polib.pofile(path)

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_what_is_filled_in(path):
    for entry in polib.pofile(path):
        said = entry.msgstr or entry.msgstr_plural[0]
        asked = PLACEHOLDER.findall(entry.msgid)
        if entry.msgctxt != "date":  # where each language takes the parts it needs
            assert sorted(PLACEHOLDER.findall(said)) == sorted(asked), entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_what_is_compiled_is_what_is_written(path):
    written = polib.pofile(path)
    compiled = polib.mofile(path.with_suffix(".mo"))

    def texts(catalogue):
        return {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural[0] for e in catalogue}

    assert texts(compiled) == texts(written)


@pytest.mark.needs("gettext")
def test_no_text_is_missing_from_the_catalogues(tmp_path):
    for folder in ("meetings", "secretariat", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "manage.py", tmp_path)
    languages = [f"--locale={path.parts[-3]}" for path in CATALOGUES]
    arguments = ["--no-location", "--no-obsolete"]

    subprocess.run(
        [sys.executable, "manage.py", "makemessages", *languages, *arguments],
        cwd=tmp_path,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "secretariat.settings"},
        check=True,
        capture_output=True,
    )

    for path in CATALOGUES:
        found = polib.pofile(tmp_path / path.relative_to(ROOT))
        assert {(e.msgctxt, e.msgid) for e in found} == {
            (e.msgctxt, e.msgid) for e in polib.pofile(path)
        }


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_has_no_words_of_its_own(path):
    text = TRANSLATED.sub("", path.read_text(encoding="utf-8"))
    bare = TAG.sub("", text)
    words = LETTER.findall(ELEMENT.sub("", bare))
    words += [word for said in SAID.findall(bare) for word in LETTER.findall(said)]

    assert set(words) - NOT_WORDS == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_named_in_the_readers_language(model):
    names = [model._meta.verbose_name, model._meta.verbose_name_plural]
    for field in model._meta.fields:
        if field.editable and not field.auto_created and field.model is model:
            names.append(field.verbose_name)
            names += [label for _value, label in field.choices or []]
    plain = [name for name in names if not isinstance(name, Promise | str)]

    assert plain == []
    with translation.override("ko"):
        untranslated = {str(name) for name in names if str(name).isascii()}
    assert untranslated <= {"English"}  # a language is offered in its own name


@pytest.fixture(scope="module")
def glossary():
    """The glossary that the record ships, by the English term."""
    path = ROOT / "fixtures" / "11_glossary.json"
    rows = [row["fields"] for row in json.loads(path.read_text(encoding="utf-8"))]
    return {row["term_en"]: row for row in rows}


@pytest.mark.parametrize("language", ["ko", "ja", "zh"])
def test_a_text_that_is_a_term_is_worded_as_in_the_glossary(glossary, language):
    with override_language(language):
        said = {text: gettext(text) for text in TERMS}

    assert said == {
        text: glossary[term][f"term_{language}"] for text, term in TERMS.items()
    }


@pytest.mark.parametrize(
    ("text", "ko", "ja", "zh"),
    [
        ("Head of delegation", "단장", "団長", "团长"),
        ("Interpreter", "통역", "通訳", "翻译"),
        ("protocol order", "의전 순서", "儀典順", "礼宾次序"),
    ],
)
def test_the_fields_own_terms_are_used(text, ko, ja, zh):
    said = []
    for language in ("ko", "ja", "zh"):
        with override_language(language):
            said.append(gettext(text))

    assert said == [ko, ja, zh]
