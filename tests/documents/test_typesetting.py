"""What all papers hold to: fonts, scripts, data that is never markup, privacy."""

import pypdfium2
import pytest
import typst
from django.utils import translation

from meetings.documents import fonts
from meetings.documents.badges import name_badges
from meetings.documents.participants import list_of_participants
from meetings.documents.plates import name_plates
from meetings.documents.programme import programme
from tests.documents.cast import make_conference, make_participant
from tests.documents.pdf import boxes_of, font_of, sizes_of, squeezed, text_of
from tests.factories import (
    make_attendee,
    make_delegation,
    make_item,
    make_person,
    make_presenter,
    make_session,
)

pytestmark = pytest.mark.django_db

PAPERS = {
    "list": list_of_participants,
    "badges": name_badges,
    "sheets of badges": lambda *args, **options: name_badges(*args, "a4", **options),
    "plates": name_plates,
    "programme": programme,
}
each_paper = pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
MARKUP = ['#read("/etc/passwd")', "*bold*", "$x$", "]", "\\ #{", "// = <a> @b", "'\""]


def make_speaker(meeting, *args, **fields):
    """A participant who is on every paper: on the list, at the table, on the agenda."""
    speaker = make_participant(meeting, *args, **{"role": "speaker"} | fields)
    item = make_item(make_session(meeting, date="2026-10-21"))
    make_presenter(item, attendee=speaker)
    return speaker


def assert_nothing_leaves_its_page(pdf):
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        for left, bottom, right, top in boxes_of(page):
            assert 10 < left < right < width - 10
            assert 10 < bottom < top < height - 10


@pytest.fixture
def without_fonts(monkeypatch):
    bare = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(fonts.typst, "Fonts", lambda: bare)
    fonts.installed_fonts.cache_clear()
    yield
    fonts.installed_fonts.cache_clear()


@each_paper
def test_a_paper_is_refused_where_fonts_are_missing(paper, without_fonts):
    with pytest.raises(fonts.MissingFonts, match=r"fonts-noto-cjk installed\.$"):
        paper(make_conference())


@each_paper
@pytest.mark.parametrize(
    ("letter", "shown"), [("\u0378", r"U\+0378"), ("\U0003fffd", r"U\+3FFFD")]
)
def test_a_paper_is_refused_that_has_a_letter_of_no_font(paper, letter, shown):
    meeting = make_conference()
    make_speaker(meeting, native_name=f"김{letter}수{letter}")

    with pytest.raises(fonts.MissingLetters, match=f" boxes: {shown}. Write them"):
        paper(meeting)


@each_paper
def test_a_paper_is_made_of_letters_that_no_font_needs_to_have(paper):
    meeting = make_conference()
    make_speaker(
        meeting, native_name="葛\U000e0100飾 e\u0301 x\u200d\u200b\u202e☺\ufe0f"
    )

    assert "葛" in text_of(paper(meeting))


@each_paper
def test_a_paper_is_the_same_of_the_same_data(paper):
    meeting = make_conference()
    make_speaker(meeting)

    assert paper(meeting) == paper(meeting)


@each_paper
def test_a_paper_holds_names_of_three_countries_in_their_own_fonts(paper):
    meeting = make_conference()
    make_speaker(meeting, "KR", "南宮骨直")
    make_speaker(meeting, "JP", "髙橋骨直")
    make_speaker(meeting, "CN", "陈骨直")

    pdf = paper(meeting)

    assert font_of(pdf, "南宮骨直") == {"NotoSansCJKkr"}
    assert font_of(pdf, "髙橋骨直") == {"NotoSansCJKjp"}
    assert font_of(pdf, "陈骨直") == {"NotoSansCJKsc"}


@each_paper
def test_a_paper_shows_passport_names_only_on_request(paper):
    meeting = make_conference()
    make_speaker(meeting, person={"family_name": "Hidden", "given_name": "Hong"})

    assert "Hidden" not in text_of(paper(meeting))
    assert "Hidden Hong" in text_of(paper(meeting, with_personal_data=True))


@each_paper
def test_a_paper_shows_the_latin_name_of_who_has_no_other_or_holds_office(paper):
    meeting = make_conference()
    public = {"family_name": "Official", "given_name": "O", "is_public": True}
    make_speaker(meeting, person=public)
    only_latin = {"native_name": "", "family_name": "Jane", "given_name": "Doe"}
    make_speaker(meeting, person=only_latin)

    text = text_of(paper(meeting))

    assert "Official O" in text
    assert "Jane Doe" in text


@each_paper
def test_a_paper_leaves_out_who_is_cancelled_and_who_declined(paper):
    meeting = make_conference()
    make_speaker(meeting, native_name="오는사람")
    make_speaker(meeting, native_name="취소한사람", status="cancelled")
    delegation = make_delegation(meeting, status="declined")
    declined = make_attendee(
        delegation=delegation, person=make_person(native_name="거절한사람"), role="head"
    )
    make_presenter(make_item(make_session(meeting)), attendee=declined)

    text = squeezed(text_of(paper(meeting)))

    assert "오는사람" in text
    assert "취소한사람" not in text
    assert "거절한사람" not in text


@each_paper
@pytest.mark.parametrize("markup", MARKUP)
def test_what_people_type_is_no_markup(paper, markup):
    meeting = make_conference(title_en=f"Title {markup}")
    make_speaker(meeting, native_name=f"김 {markup}", position=f"과장 {markup}")

    assert f"김 {markup}" in text_of(paper(meeting))


@each_paper
def test_nothing_leaves_the_page_however_long_it_is(paper):
    meeting = make_conference(title_en="Title" * 50, venue_en="V" * 200)
    names = {"family_name": "W" * 60, "given_name": "Anna " * 20, "is_public": True}
    make_speaker(meeting, native_name="김" * 60, position="P" * 200, person=names)
    make_speaker(meeting, native_name="", position="직위" * 100, person=names)

    pdf = paper(meeting)

    assert_nothing_leaves_its_page(pdf)
    assert squeezed(text_of(pdf)).count("W" * 60) >= 1


@each_paper
@pytest.mark.parametrize(
    "word", ["MOHAMMADREZAKHORASANI", "ー" * 40, "\U0001d400" * 40]
)
def test_no_word_is_wider_than_its_page(paper, word):
    meeting = make_conference()
    make_speaker(meeting, native_name=word, position=word)

    assert_nothing_leaves_its_page(paper(meeting))


@each_paper
@pytest.mark.parametrize("language", ["en", "ko", "ja", "zh-hans"])
def test_an_empty_paper_says_so_on_one_page(paper, language):
    with translation.override(language):
        pdf = paper(make_conference())

    assert len(sizes_of(pdf)) == 1
    assert text_of(pdf).rstrip(" 1/").endswith((".", "。"))
