"""What a spreadsheet did to a text that looks like a number or a day is damage."""

import pytest

from meetings.attendee_import.damage import is_damage


@pytest.mark.parametrize(
    ("known", "given"),
    [
        ("0901", "901"),
        ("1E5", "100000"),
        ("010-1234-5678", "1012345678"),
        ("(02) 123-4567", "21234567"),
        ("+82 10-1234-5678", "821012345678"),
        ("010-1234-5678", "1.01235E+09"),
        ("01012345678", "1.01E+09"),
        ("3-1", "2026-03-01"),
        ("10/23", "2026-10-23 00:00"),
    ],
)
def test_what_was_lost_is_damage(known, given):
    assert is_damage(known, given)
    assert not is_damage(given, known)


@pytest.mark.parametrize(
    ("known", "given"),
    [
        ("010-1234-5678", "01012345678"),
        ("010-1234-5678", "1087654321"),
        ("Hall 3-1", "2026-05-04"),
        ("0901", "902"),
        ("국장", "과장"),
        ("", "901"),
        ("901", ""),
        (None, "901"),
    ],
)
def test_another_text_is_a_change(known, given):
    assert not is_damage(known, given)
