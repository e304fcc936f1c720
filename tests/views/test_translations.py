"""What is untranslated, written row by row, or refused in a sentence."""

import pytest

from meetings.forms.translations import TranslationForm
from meetings.models import (
    AgendaItem,
    Appointment,
    GlossaryTerm,
    Meeting,
    Series,
    Statement,
)
from tests.conftest import client_of, make_user
from tests.factories import (
    make_appointment,
    make_attendee,
    make_citation,
    make_item,
    make_meeting,
    make_person,
    make_series,
    make_session,
    make_source,
    make_statement,
)
from tests.helpers import messages_of
from tests.views.rivals import interrupt

pytestmark = pytest.mark.django_db

PAGE = "/meetings/tlgec-27/untranslated/"
SERIES_PAGE = "/series/tlgec/untranslated/"
ALL = "?language="


@pytest.fixture
def series():
    names = {"name_en": "N", "name_ko": "이름", "name_ja": "名", "name_zh": "名"}
    return make_series("tlgec", **names)


@pytest.fixture
def meeting(series):
    """A meeting whose theme is there in English only."""
    return make_meeting(series, number=27, date="2026-10-23", theme_en="Water")


@pytest.fixture
def korean_editor(db):
    return client_of(make_user("editor", language="ko"))


def key(row, column):
    return f"{row._meta.model_name}-{row.pk}-{column}"


def sent(row, column, text, **fields):
    """What a browser sends of a row as it is shown."""
    shown = {"key": key(row, column), "seen_version": row.version, column: text}
    return shown | {"is_translation": "on"} | fields


def keys_of(response):
    return [entry.lacking.key for entry in response.context["entries"]]


def refusal(response):
    """The sentences of the one row that was refused; nothing was saved."""
    (form,) = (e.form for e in response.context["entries"] if e.form.errors)
    return {sentence for errors in form.errors.values() for sentence in errors}


def theme(meeting):
    meeting.refresh_from_db()
    return {language: meeting.text_in("theme", language) for language in ("ko", "ja")}


# the list


def test_a_reader_is_shown_what_lacks_the_own_language(korean_editor, meeting):
    response = korean_editor.get(PAGE)

    assert keys_of(response) == [key(meeting, "theme_ko")]
    assert '<span lang="en">Water</span>' in response.content.decode()


def test_a_reader_of_english_is_shown_every_language(editor_client, meeting):
    response = editor_client.get(PAGE)

    columns = ("theme_ko", "theme_ja", "theme_zh")
    assert keys_of(response) == [key(meeting, column) for column in columns]


def test_another_language_and_kind_are_chosen(korean_editor, meeting):
    item = make_item(make_session(meeting))

    response = korean_editor.get(PAGE, {"language": "ja", "kind": "agendaitem"})

    assert keys_of(response) == [key(item, "title_ja")]


@pytest.mark.parametrize("query", ["?language=xx", "?kind=person", "?page=x"])
def test_what_cannot_be_chosen_is_passed_over(editor_client, meeting, query):
    response = editor_client.get(PAGE + query)

    assert len(keys_of(response)) == 3


def test_a_long_list_has_pages(editor_client, meeting):
    session = make_session(meeting, title_en="")
    for _ in range(26):
        make_item(session)

    pages = [
        keys_of(editor_client.get(f"{PAGE}?language=ko&kind=agendaitem&page={n}"))
        for n in (1, 2)
    ]

    assert [len(page) for page in pages] == [25, 1]


def test_a_series_groups_its_texts_by_meeting(editor_client, series, meeting):
    statement = make_statement(series)
    item = make_item(make_session(meeting))

    response = editor_client.get(SERIES_PAGE + "?language=ko")

    headings = [
        (e.heading, e.lacking.row, e.lacking.column)
        for e in response.context["entries"]
    ]
    assert headings == [
        ("N", statement, "text_ko"),
        (meeting.title, meeting, "theme_ko"),
    ]
    # Its theme, the session and the item.
    (lacking,) = response.context["meeting_list"]
    assert (lacking, lacking.untranslated_count) == (meeting, 3)
    page = response.content.decode()
    assert f'<a href="{PAGE}">' in page
    assert f'<a href="{meeting.get_absolute_url()}">' in page
    assert item.title_en not in page


def test_where_nothing_is_lacking_the_page_leads_on(korean_editor, meeting):
    meeting.theme_ko = "물"
    meeting.save()

    page = korean_editor.get(PAGE).content.decode()

    assert f'href="{meeting.get_absolute_url()}"' in page
    assert 'href="?language="' in page


def test_where_no_language_is_lacking_there_is_no_other_to_look_at(
    editor_client, series
):
    make_meeting(series, number=27)

    page = editor_client.get(PAGE).content.decode()

    assert "Everything here is translated." in page
    assert 'href="?language="' not in page


@pytest.mark.parametrize("role", ["viewer", "desk"])
def test_who_may_not_edit_reads_the_list(role, meeting):
    client = client_of(make_user(role))

    page = client.get(PAGE).content.decode()
    response = client.post(PAGE, sent(meeting, "theme_ko", "물"))

    assert "Water" in page
    assert "<textarea" not in page
    assert response.status_code == 403
    assert theme(meeting) == {"ko": "", "ja": ""}


# writing


def test_a_translation_is_saved_as_ours(editor_client, editor, meeting):
    item = make_item(make_session(meeting))

    response = editor_client.post(PAGE + ALL, sent(meeting, "theme_ko", "물"))

    # The next text is the same in the next language.
    assert response.url == f"{PAGE}{ALL}#{key(meeting, 'theme_ja')}"
    assert theme(meeting) == {"ko": "물", "ja": ""}
    assert meeting.origins == {"theme_ko": "translation"}
    assert meeting.history.first().history_user == editor
    assert AgendaItem.objects.get() == item


def test_without_its_tick_a_text_is_staffs_own(editor_client, meeting):
    data = sent(meeting, "theme_ko", "물")
    del data["is_translation"]

    editor_client.post(PAGE, data)

    assert theme(meeting) == {"ko": "물", "ja": ""}
    assert meeting.origins == {}


def test_after_the_last_text_comes_the_one_before(editor_client, meeting):
    item = make_item(make_session(meeting, title_en=""))
    page = PAGE + "?language=ko"

    response = editor_client.post(page, sent(item, "title_ko", "주제"))

    assert response.url == f"{page}#{key(meeting, 'theme_ko')}"


def test_a_script_gets_the_list_as_it_is_now(editor_client, meeting):
    response = editor_client.post(
        PAGE + ALL,
        sent(meeting, "theme_ko", "물"),
        headers={"Accept": "text/html;fragment"},
    )

    assert keys_of(response) == [key(meeting, "theme_ja"), key(meeting, "theme_zh")]
    assert messages_of(response) == ["Saved: Theme in Korean."]
    assert "<html" not in response.content.decode()


def test_a_text_of_a_series_is_saved_from_its_page(editor_client, series, meeting):
    series.about_en = "About"
    series.save()
    statement = make_statement(series)

    editor_client.post(SERIES_PAGE, sent(series, "about_zh", "关于"))
    editor_client.post(SERIES_PAGE, sent(statement, "text_zh", "为了相聚"))
    editor_client.post(SERIES_PAGE, sent(meeting, "theme_ko", "물"))

    assert Series.objects.get().about_zh == "关于"
    assert Statement.objects.get().text_zh == "为了相聚"
    assert theme(meeting) == {"ko": "물", "ja": ""}


def test_the_lines_of_a_text_end_as_a_script_sees_them(editor_client, meeting):
    editor_client.post(PAGE, sent(meeting, "theme_ko", "물\r\n불"))

    assert theme(meeting)["ko"] == "물\n불"


# what is refused


def test_what_is_there_by_now_is_shown_and_kept(editor_client, meeting):
    data = sent(meeting, "theme_ko", "수자원")
    Meeting.objects.update(theme_ko="물")

    response = editor_client.post(PAGE, data)

    assert refusal(response) == {
        "It is there in Korean already: “물”. Yours was not saved."
    }
    assert keys_of(response)[0] == key(meeting, "theme_ko")
    assert "수자원" in response.content.decode()
    assert " autofocus" in response.content.decode()
    assert theme(meeting) == {"ko": "물", "ja": ""}


def test_what_was_read_before_somebody_wrote_it_is_not_overwritten(
    editor_client, meeting
):
    """Twice the same page: the second to send finds the first one's text."""
    first, second = (sent(meeting, "theme_ko", text) for text in ("물", "수자원"))

    editor_client.post(PAGE, first)
    response = editor_client.post(PAGE, second)

    assert refusal(response) == {
        "It is there in Korean already: “물”. Yours was not saved."
    }
    assert theme(meeting) == {"ko": "물", "ja": ""}


def test_who_is_faster_by_a_hair_is_not_overwritten(
    editor_client, meeting, monkeypatch
):
    def save_theirs():
        theirs = Meeting.objects.get()
        theirs.theme_ko = "물"
        theirs.save()

    interrupt(monkeypatch, TranslationForm, save_theirs)

    response = editor_client.post(PAGE, sent(meeting, "theme_ko", "수자원"))

    assert refusal(response) == {
        "It is there in Korean already: “물”. Yours was not saved."
    }
    assert theme(meeting) == {"ko": "물", "ja": ""}


def test_who_is_faster_with_something_else_of_the_row_loses_nothing(
    editor_client, meeting, monkeypatch
):
    def save_theirs():
        theirs = Meeting.objects.get()
        theirs.theme_ja = "水"
        theirs.save()

    interrupt(monkeypatch, TranslationForm, save_theirs)

    editor_client.post(PAGE, sent(meeting, "theme_ko", "물"))

    assert theme(meeting) == {"ko": "물", "ja": "水"}


def test_a_changed_original_is_shown_before_its_translation_is_saved(
    editor_client, manager_client, meeting
):
    data = sent(meeting, "theme_ko", "물")
    meeting.theme_en = "Water and soil"
    meeting.save()

    response = editor_client.post(PAGE, data)
    assert refusal(response) == {
        "Somebody changed the original while you were translating. Look at it, and"
        " save again."
    }
    assert "Water and soil" in response.content.decode()
    assert theme(meeting) == {"ko": "", "ja": ""}

    (form,) = (e.form for e in response.context["entries"] if e.form.errors)
    seen_version = form["seen_version"].value()
    editor_client.post(PAGE, data | {"seen_version": seen_version})
    assert theme(meeting) == {"ko": "물", "ja": ""}


def test_what_else_of_the_row_is_changed_is_no_concern(editor_client, meeting):
    data = sent(meeting, "theme_ko", "물")
    meeting.venue_en = "A hall"
    meeting.save()

    editor_client.post(PAGE, data)

    meeting.refresh_from_db()
    assert (meeting.theme_ko, meeting.venue_en) == ("물", "A hall")


def test_what_has_lost_its_original_is_not_translated(editor_client, meeting):
    data = sent(meeting, "theme_ko", "물")
    Meeting.objects.update(theme_en="")

    response = editor_client.post(PAGE, data)

    assert refusal(response) == {"What was to be translated is not there any more."}


def test_the_language_of_the_first_wording_takes_no_translation(editor_client, meeting):
    meeting.origins = {"theme": "ko"}
    meeting.save()
    data = sent(meeting, "theme_ko", "물")

    response = editor_client.post(PAGE, data)
    assert refusal(response) == {
        "Korean is the language in which this was first worded. Write those words, and"
        " take away the tick of a translation."
    }
    assert theme(meeting) == {"ko": "", "ja": ""}

    del data["is_translation"]
    editor_client.post(PAGE, data)
    assert theme(meeting) == {"ko": "물", "ja": ""}
    assert meeting.origins == {"theme": "ko"}


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("theme_ko", "", "Write the text, then save it."),
        ("theme_ko", " \n\u3000", "Write the text, then save it."),
        ("theme_ko", "a\0b", "Null characters are not allowed."),
        ("theme_ko", "a\x07b", "Take out the sign U+0007, which cannot be printed."),
        ("theme_ko", "a\x85b", "Take out the sign U+0085, which cannot be printed."),
        (
            "venue_ko",
            "가" * 201,
            "Ensure this value has at most 200 characters (it has 201).",
        ),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(
    editor_client, meeting, column, text, sentence
):
    meeting.venue_en = "A hall"
    meeting.save()

    response = editor_client.post(PAGE, sent(meeting, column, text))

    assert refusal(response) == {sentence}
    meeting.refresh_from_db()
    assert (meeting.theme_ko, meeting.venue_ko) == ("", "")


def test_an_office_that_would_be_there_twice_is_refused(editor_client, meeting):
    person = make_person()
    make_attendee(meeting, person=person)
    known = make_appointment(person=person, title_en="Governor", title_ko="도지사")
    body = known.government
    twin = make_appointment(
        person=person, government=body, title_en="", title_ko="지사"
    )

    response = editor_client.post(PAGE, sent(twin, "title_en", "Governor"))

    assert refusal(response) == {"This office is already on record."}
    assert Appointment.objects.get(pk=twin.pk).title_en == ""


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"key": ""},
        {"key": "meeting-{pk}-slug", "slug": "x"},
        {"key": "meeting-{pk}-origins", "origins": "x"},
        {"key": "meeting-{pk}-theme_xx", "theme_xx": "x"},
        {"key": "meeting-99999999-theme_ko", "theme_ko": "x"},
        {"key": "user-1-email", "email": "x@example.org"},
    ],
)
def test_a_text_that_there_is_not_is_404(editor_client, meeting, data):
    data = {name: value.format(pk=meeting.pk) for name, value in data.items()}

    assert editor_client.post(PAGE, data).status_code == 404


def test_a_text_of_another_meeting_is_404(editor_client, meeting):
    item = make_item()

    response = editor_client.post(PAGE, sent(item, "title_ko", "주제"))

    assert response.status_code == 404
    item.refresh_from_db()
    assert item.title_ko == ""


# what helps


def cite(meeting, printed, language="ko", **fields):
    source = make_source(language=language, title=f"Source in {language}")
    return make_citation(
        meeting, source=source, printed=printed, **{"field": "theme"} | fields
    )


def test_the_words_of_a_source_are_taken_over_with_their_origin(editor_client, meeting):
    citation = cite(meeting, "물의 길")

    page = editor_client.get(PAGE).content.decode()
    assert ("물의 길" in page, "Source in ko" in page) == (True, True)
    # The field is blank, as it is shown.
    data = sent(meeting, "theme_ko", "", citation=citation.pk)
    editor_client.post(PAGE, data)

    assert theme(meeting) == {"ko": "물의 길", "ja": ""}
    assert meeting.origins == {"theme_ko": citation.source.key}


def test_a_source_is_offered_for_its_own_language_and_field_only(
    editor_client, series, meeting
):
    fitting = cite(meeting, "물의 길")
    cite(meeting, "水の道", language="fr")
    cite(meeting, "물의 회의", field="title")
    cite(make_meeting(series), "다른 길")

    response = editor_client.get(PAGE)

    offered = {e.lacking.column: e.citations for e in response.context["entries"]}
    assert offered == {"theme_ko": [fitting], "theme_ja": [], "theme_zh": []}


@pytest.mark.parametrize("pk", ["0", "x", "", "9" * 5000])
def test_a_source_that_does_not_print_it_is_404(editor_client, meeting, pk):
    data = sent(meeting, "theme_ko", "물", citation=pk)

    assert editor_client.post(PAGE, data).status_code == 404
    assert theme(meeting) == {"ko": "", "ja": ""}


def test_the_words_of_a_source_that_are_too_long_are_refused(editor_client, meeting):
    meeting.venue_en = "A hall"
    meeting.save()
    citation = cite(meeting, "가" * 201, field="venue")

    data = sent(meeting, "venue_ko", "", citation=citation.pk)
    response = editor_client.post(PAGE, data)

    assert refusal(response) == {
        "Ensure this value has at most 200 characters (it has 201)."
    }


def test_words_that_are_there_by_now_are_not_taken_over(editor_client, meeting):
    citation = cite(meeting, "물의 길")
    data = sent(meeting, "theme_ko", "", citation=citation.pk)
    Meeting.objects.update(theme_ko="물")

    response = editor_client.post(PAGE, data)

    assert refusal(response) == {
        "It is there in Korean already: “물”. Yours was not saved."
    }


def test_the_words_of_the_first_language_are_taken_over(editor_client, meeting):
    """What a source prints is no translation, whatever the tick says."""
    citation = cite(meeting, "물의 길")
    meeting.origins = {"theme": "ko"}
    meeting.save()

    data = sent(meeting, "theme_ko", "", citation=citation.pk)
    editor_client.post(PAGE, data)

    assert theme(meeting)["ko"] == "물의 길"
    assert meeting.origins == {"theme": "ko", "theme_ko": citation.source.key}


def test_the_terms_of_the_original_stand_beside_it(editor_client, meeting):
    GlossaryTerm.objects.create(term_en="water", term_ko="물", term_ja="水")
    GlossaryTerm.objects.create(term_en="soil", term_ko="흙")

    response = editor_client.get(PAGE)

    terms = {e.lacking.column: e.terms for e in response.context["entries"]}
    assert terms == {
        "theme_ko": [("water", ["물"])],
        "theme_ja": [("water", ["水"])],
        "theme_zh": [],
    }
