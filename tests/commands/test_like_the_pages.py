"""What the shell exports is what the pages export."""

import io
import zipfile

import pytest
from django.core.management import call_command

from tests.factories import (
    make_attendee,
    make_item,
    make_meeting,
    make_series,
    make_session,
)

pytestmark = pytest.mark.django_db

EXPORTS = "/meetings/tlgec-27/exports/"
COLUMNS = ["name", "phone", "role"]


@pytest.fixture(autouse=True)
def meeting():
    meeting = make_meeting(make_series("tlgec"), number=27, date="2026-10-23")
    for role in ("head", "staff"):
        make_attendee(meeting, role=role)
    make_item(make_session(meeting))
    return meeting


def parts(content):
    """A file as it is; of a streamed workbook its parts but for when it was made."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = [name for name in file.namelist() if name != "docProps/core.xml"]
        return {name: file.read(name) for name in names}


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "csv"])
def test_a_list_of_attendees_is_the_same(desk_client, tmp_path, suffix, language):
    path = tmp_path / f"list.{suffix}"
    form = {"columns": ["name", "role"], "sensitive": ["phone"], "order": "name"}
    form |= {"sequence": ",".join(COLUMNS), "language": language, "reason": "Calls"}

    page = desk_client.post(f"{EXPORTS}attendees/", form | {"suffix": suffix.upper()})
    call_command(
        "export_attendees",
        "tlgec-27",
        f"--output={path}",
        f"--columns={','.join(COLUMNS)}",
        f"--language={language}",
        "--order=name",
        "--reason=Calls",
    )

    assert parts(path.read_bytes()) == parts(page.getvalue())


@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh"])
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_workbook_is_the_same_byte_for_byte(desk_client, tmp_path, suffix, language):
    path = tmp_path / f"workbook.{suffix}"
    form = {"order": "name", "per": "country", "language": language}
    form |= {"with_sensitive": "on", "reason": "Calls", "suffix": suffix.upper()}

    page = desk_client.post(f"{EXPORTS}workbook/", form)
    call_command(
        "export_meeting",
        "tlgec-27",
        f"--output={path}",
        f"--language={language}",
        "--order=name",
        "--per=country",
        "--sensitive",
        "--reason=Calls",
    )

    assert path.read_bytes() == page.getvalue()
