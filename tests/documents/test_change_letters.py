"""Changes of an agenda as a mail to nobody yet."""

from urllib.parse import parse_qs, urlsplit

from meetings.documents.change_letters import LONGEST_LINK, Letter, letter
from meetings.models import Meeting, Series

MEETING = Meeting(series=Series(name_en="Forum"), title_en="Forum 2026")


def test_a_letter_has_its_groups_one_below_the_other():
    groups = [("New", ["One.", "Two."]), ("Moved", ["Three."])]

    written = letter(MEETING, "Changes since version 1", groups)

    assert written.subject == "Forum 2026: changes of the agenda"
    assert written.body == (
        "Forum 2026\nChanges since version 1\n\nNew\n- One.\n- Two.\n\nMoved\n- Three."
    )


def test_a_link_keeps_every_sign_of_the_text():
    text = "a&b=c?d#e+f%20 g/h\n“지방정부”"

    query = urlsplit(Letter("Re: +1 & more", text).link).query

    assert parse_qs(query, strict_parsing=True) == {
        "subject": ["Re: +1 & more"],
        "body": [text.replace("\n", "\r\n")],
    }
    assert "+" not in query  # which mail programs take for itself


def test_what_is_too_long_for_a_link_has_none():
    assert Letter("", "x" * (LONGEST_LINK - len("subject=&body="))).link
    assert not Letter("", "x" * LONGEST_LINK).link
