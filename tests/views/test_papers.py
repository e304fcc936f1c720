"""A meeting's papers: who gets which, with whose names, and what is logged."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from meetings.documents.fonts import MissingFonts
from meetings.documents.papers import PAPERS, Paper
from meetings.exports import delivery
from meetings.models import ExportFile, ExportLog
from meetings.views import papers
from tests.factories import (
    make_attendee,
    make_country,
    make_delegation,
    make_government,
    make_meeting,
    make_person,
    make_series,
)
from tests.helpers import errors_of, messages_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return make_meeting(make_series("tlgec"), number=27, date="2026-10-23")


@pytest.fixture
def asked(monkeypatch):
    """What the papers are asked for, instead of making them."""
    calls = []

    def pdf(paper, meeting, languages, with_personal_data):
        calls.append((paper.key, languages, with_personal_data))
        return b"%PDF"

    monkeypatch.setattr(papers, "required_fonts", lambda: None)
    monkeypatch.setattr(Paper, "pdf", pdf)
    return calls


def page(name):
    return reverse("paper-export", args=["tlgec-27", name])


@pytest.mark.needs("fonts-noto-cjk")
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_a_pdf_of_its_name(viewer_client, meeting, name):
    make_delegation(meeting)

    response = viewer_client.post(page(name), {"language": "en"})

    assert response.getvalue().startswith(b"%PDF")
    assert f"tlgec-27-{name}.pdf" in response["Content-Disposition"]


def test_a_paper_that_there_is_not_is_absent(viewer_client, meeting):
    assert viewer_client.get(page("menu")).status_code == 404


@pytest.mark.parametrize(
    ("ticked", "languages"), [(["en"], ("en",)), (["ja", "ko"], ("ko", "ja"))]
)
def test_a_list_is_in_the_languages_ticked(
    viewer_client, meeting, asked, ticked, languages
):
    viewer_client.post(page("participants"), {"language": ticked})

    assert asked == [("participants", languages, False)]


@pytest.mark.parametrize("ticked", [[], ["klingon"]])
def test_a_list_needs_a_language_that_there_is(viewer_client, meeting, asked, ticked):
    response = viewer_client.post(page("participants"), {"language": ticked})

    assert errors_of(response)
    assert asked == []


def test_a_viewer_gets_no_passport_names_by_asking(viewer_client, meeting, asked):
    data = {"with_sensitive": "on", "reason": "Curiosity"}

    viewer_client.post(page("plates"), data)

    assert asked == [("plates", ("en",), False)]
    assert not ExportLog.objects.get().is_sensitive


def test_passport_names_are_for_those_who_may_and_say_why(desk_client, meeting, asked):
    refused = desk_client.post(page("plates"), {"with_sensitive": "on"})
    assert errors_of(refused) == {"Say what the personal data is needed for."}

    desk_client.post(page("plates"), {"with_sensitive": "on", "reason": "Printing"})

    assert asked == [("plates", ("en",), True)]
    log = ExportLog.objects.get()
    assert (log.is_sensitive, log.reason) == (True, "Printing")


def test_a_paper_is_logged_once(viewer_client, viewer, meeting, asked):
    make_attendee(meeting)
    make_attendee(meeting, status="cancelled")

    viewer_client.post(page("participants"), {"language": ["en", "ja"]}).getvalue()

    log = ExportLog.objects.get()
    assert (log.made_by, log.what, log.about, log.suffix) == (
        viewer,
        "participants",
        "tlgec-27",
        "pdf",
    )
    assert (log.languages, log.row_count) == ("en ja", 1)


def test_without_fonts_a_sentence_tells_what_to_install(
    viewer_client, meeting, monkeypatch
):
    def fail():
        raise MissingFonts

    monkeypatch.setattr(papers, "required_fonts", fail)
    response = viewer_client.post(page("plates"), follow=True)

    assert "fonts-noto-cjk" in messages_of(response)[0]
    assert not ExportLog.objects.exists()


@pytest.mark.needs("fonts-noto-cjk")
def test_letters_that_no_font_has_are_named_and_nothing_leaves(viewer_client, meeting):
    person = make_person(native_name="김\u0378")
    make_attendee(meeting, person=person, role="head")

    response = viewer_client.post(page("plates"), follow=True)

    assert "boxes: U+0378." in messages_of(response)[0]
    assert not ExportLog.objects.exists()


# Papers that take a while


@pytest.fixture
def slow(monkeypatch, asked):
    """Papers take long, and are made before the request goes on."""
    monkeypatch.setattr(Paper, "takes_long", lambda paper, meeting: True)
    monkeypatch.setattr(delivery, "run_in_background", lambda job: job())


def test_a_paper_that_takes_long_waits_for_its_maker(viewer_client, meeting, slow):
    response = viewer_client.post(page("badges"), follow=True)

    file = ExportFile.objects.get()
    assert response.redirect_chain == [(file.get_absolute_url(), 302)]
    assert "The file is ready." in response.content.decode()
    fetched = viewer_client.get(reverse("export-fetch", args=[file.pk]))
    assert fetched.content == b"%PDF"
    assert "tlgec-27-badges.pdf" in fetched["Content-Disposition"]
    assert ExportLog.objects.count() == 1


def test_a_file_is_for_nobody_but_its_maker(
    viewer_client, manager_client, meeting, slow
):
    viewer_client.post(page("badges"))
    pk = ExportFile.objects.get().pk

    for route in ("export-file", "export-progress", "export-fetch"):
        address = reverse(route, args=[pk])
        assert manager_client.get(address).status_code == 404
    assert "badges" not in manager_client.get("/exports/").content.decode()
    assert "badges" in viewer_client.get("/exports/").content.decode()


def test_a_file_is_gone_after_a_day_even_if_nobody_made_another(
    viewer_client, meeting, asked, slow
):
    viewer_client.post(page("badges"))
    file = ExportFile.objects.get()
    ExportFile.objects.update(
        touched_at=file.touched_at - dt.timedelta(days=1, hours=1)
    )

    gone = viewer_client.get(reverse("export-fetch", args=[file.pk]))

    assert gone.status_code == 404
    assert "badges" not in viewer_client.get("/exports/").content.decode()


def test_a_file_with_personal_data_is_for_those_who_still_may_see_it(
    desk_client, desk, meeting, asked, slow
):
    data = {"with_sensitive": "on", "reason": "Passes"}
    desk_client.post(page("badges"), data)
    address = reverse("export-fetch", args=[ExportFile.objects.get().pk])
    before = desk_client.get(address).status_code
    desk.groups.set([Group.objects.get_or_create(name="viewer")[0]])

    assert (before, desk_client.get(address).status_code) == (200, 404)
    assert "badges" not in desk_client.get("/exports/").content.decode()


def test_a_file_in_the_making_is_not_fetched_yet(viewer_client, meeting, asked, slow):
    viewer_client.post(page("badges"))
    ExportFile.objects.update(is_ready=False, content=None, done=3, total=9)
    file = ExportFile.objects.get()

    progress = viewer_client.get(reverse("export-progress", args=[file.pk]))
    fetched = viewer_client.get(reverse("export-fetch", args=[file.pk]))
    shown = viewer_client.get(file.get_absolute_url()).content.decode()

    assert progress.json() == {"done": 3, "total": 9, "is_in_the_making": True}
    assert fetched.url == file.get_absolute_url()
    assert '<progress value="3" max="9"' in shown


@pytest.mark.needs("fonts-noto-cjk")
def test_letters_that_no_font_has_are_named_of_a_paper_that_takes_long(
    viewer_client, meeting, monkeypatch
):
    monkeypatch.setattr(Paper, "takes_long", lambda paper, meeting: True)
    monkeypatch.setattr(delivery, "run_in_background", lambda job: job())
    make_attendee(meeting, person=make_person(native_name="김\u0378"))

    response = viewer_client.post(page("badges"), follow=True)

    assert "boxes: U+0378." in response.content.decode()
    assert "ask for it once more" not in response.content.decode()
    file = ExportFile.objects.get()
    fetched = viewer_client.get(reverse("export-fetch", args=[file.pk]))
    assert fetched.url == file.get_absolute_url()


def test_a_file_that_could_not_be_made_says_what_to_do(viewer_client, meeting, slow):
    viewer_client.post(page("badges"))
    ExportFile.objects.update(is_ready=False, content=None, has_failed=True)

    shown = viewer_client.get(ExportFile.objects.get().get_absolute_url())

    assert "ask for it once more" in shown.content.decode()


# Names by rule


def test_the_page_of_a_paper_says_whose_name_is_not_printed_and_links_there(
    viewer_client, meeting
):
    town = make_government(
        "JP-11-misato",
        country=make_country("JP"),
        name_en="Misato",
        name_ja="美里町",
        origins={"name_en": "rule"},
    )
    make_delegation(meeting, government=town, status="accepted")

    shown = viewer_client.get(page("plates")).content.decode()

    assert (
        'The name of <a href="/governments/JP-11-misato/#names">Misato</a>'
        " (JP-11-misato) in English is by rule; it is left out until somebody confirms"
        " it there."
    ) in shown
    town.confirm_name("en")
    assert "is by rule" not in viewer_client.get(page("plates")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_names_left_out_cost_a_constant_number_of_queries(
    viewer_client, meeting, django_assert_num_queries, rows
):
    for _ in range(rows):
        town = make_government(origins={"name_en": "rule"})
        make_delegation(meeting, government=town, status="accepted")

    with django_assert_num_queries(7):
        response = viewer_client.get(page("plates"))

    assert len(response.context["names_left_out"]) == rows
