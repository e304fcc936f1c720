"""A list is reviewed, its questions are answered, and it is confirmed."""

import pytest
from django.core import mail

from meetings.models import Alias, Attendee, Government, Person
from meetings.models.import_answers import Problem
from tests.conftest import client_of, make_user
from tests.factories import (
    make_attendee,
    make_batch,
    make_delegation,
    make_government,
    make_person,
)
from tests.helpers import messages_of
from tests.views.wizard import KIM, UNREAD, page, post

pytestmark = pytest.mark.django_db


def test_one_answer_settles_all_rows_that_say_the_same(editor_client, meeting):
    rows = [{"native_name": f"김견본{n}", "government": "안동무역관"} for n in range(3)]
    batch = make_batch(meeting, *rows)
    assert batch.summary["problems"] == 3

    post(editor_client, "review", batch, **{"q0-answer": "other", "q0-other": "KR-47"})

    assert (batch.summary["problems"], batch.summary["new"]) == (0, 3)


def test_a_city_that_is_not_known_is_added_with_the_list(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본", "government": "경북 견본시"})
    answer = {
        "q0-answer": "new",
        "q0-parent": "KR-47",
        "q0-name_en": "Sample City",
    }

    post(editor_client, "review", batch, **answer)
    post(editor_client, "confirm", batch)

    city = Government.objects.get(code="KR-47-sample-city")
    assert (city.name_ko, city.kind, city.parent.code) == ("견본시", "city", "KR-47")
    assert city.delegations.get().attendees.count() == 1


def test_of_a_part_that_is_not_known_the_likeliest_is_offered(
    editor_client, meeting, gyeongbuk
):
    city = {"level": "municipality", "kind": "city", "parent": gyeongbuk}
    make_government("KR-47-gumi", name_ko="구미시", **city)
    make_government("KR-47-gimcheon", name_ko="김천시", **city)
    batch = make_batch(meeting, {"native_name": "김견본", "government": "경북 구미군"})

    response = editor_client.get(page("review", batch.pk))

    (form,) = response.context["question_forms"]
    codes = [code for code, _label in form["answer"].field.choices]
    assert codes == ["KR-47-gumi", "other", "new", "new-body"]


def test_namesakes_are_told_apart_by_what_they_belong_to(
    editor_client, meeting, gyeongbuk
):
    other = make_government("KR-48", name_en="Gyeongnam")
    city = {"level": "municipality", "kind": "city", "name_en": "Sample"}
    city["name_ko"] = "견본시"
    make_government("KR-47-sample", parent=gyeongbuk, **city)
    make_government("KR-48-sample", parent=other, **city)
    batch = make_batch(meeting, {"native_name": "김견본", "government": "Sample"})

    response = editor_client.get(page("review", batch.pk))
    (form,) = response.context["question_forms"]

    first, second, _another = [
        str(label) for _code, label in form["answer"].field.choices
    ]
    own_name = '<bdi lang="ko">견본시</bdi>'
    assert first == f"<b>Sample (Gyeongbuk)</b>: {own_name}, Country KR"
    assert second == f"<b>Sample (Gyeongnam)</b>: {own_name}, Country KR"


def test_what_is_meant_by_a_name_that_had_ended_is_asked_of_each_list(
    editor_client, meeting
):
    united = make_government("KR-12", name_ko="전남광주")
    make_government("KR-46", name_ko="전라남도", valid_to="2001", successor=united)
    batch = make_batch(meeting, {"native_name": "김견본", "government": "전라남도"})

    post(editor_client, "review", batch, **{"q0-answer": "KR-12"})
    post(editor_client, "confirm", batch)

    assert united.delegations.get().attendees.count() == 1
    assert not Alias.objects.filter(kind="body").exists()


def test_an_answer_that_is_none_is_asked_for_again(editor_client, meeting):
    batch = make_batch(meeting)

    response = post(editor_client, "review", batch, **{"q0-answer": "new"})

    form = response.context["question_forms"][0]
    assert set(form.errors) == {"parent", "name_en"}


def test_a_cell_is_corrected_and_a_row_left_out(editor_client, meeting):
    batch = make_batch(
        meeting, KIM | {"email": "kim"}, {"native_name": "이견본", "government": "?"}
    )
    answers = {"row0-cell_email": "kim@example.org", "row1-skip": "on"}

    post(editor_client, "review", batch, **answers)

    first, second = batch.rows.all()
    assert (first.state, first.values["email"]) == ("new", "kim@example.org")
    assert second.is_skipped
    assert batch.summary["problems"] == 0


def test_who_is_known_by_name_is_asked_for(editor_client, meeting, gyeongbuk):
    country = gyeongbuk.country
    known = make_person(native_name="김견본", family_name="", country=country)
    known.given_name = ""
    known.save()
    batch = make_batch(meeting, KIM)
    assert batch.rows.get().problems[0].candidates == [known.key]

    post(editor_client, "review", batch, **{"row0-person": known.key})
    post(editor_client, "confirm", batch)

    assert meeting.attendees.get().person == known
    assert Person.objects.filter(native_name="김견본").count() == 1


def test_a_stale_tab_changes_nothing(editor_client, meeting):
    batch = make_batch(meeting)
    stale = batch.version
    post(editor_client, "review", batch, **{"row0-skip": "on"})

    for name in ("review", "table", "confirm"):
        data = {"version": stale, "encoding": "utf-8"}
        response = editor_client.post(page(name, batch.pk), data, follow=True)
        assert messages_of(response)[0].startswith("Somebody else changed this list")
    assert not meeting.attendees.exists()


def test_the_second_to_confirm_is_told(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    version = batch.version
    post(editor_client, "confirm", batch)
    other = client_of(make_user("manager"))

    data = {"version": version}
    response = other.post(page("confirm", batch.pk), data, follow=True)

    assert messages_of(response) == ["Somebody else has closed this list."]
    assert meeting.attendees.count() == 1


def test_problems_have_to_be_left_out_by_hand(editor_client, meeting):
    batch = make_batch(meeting, KIM, {"native_name": "이견본", "government": "?"})

    response = post(editor_client, "confirm", batch)
    assert messages_of(response)[0].startswith("There are still problems;")
    post(editor_client, "confirm", batch, skip_problems="on")

    assert meeting.attendees.count() == 1


def test_the_missing_are_cancelled_if_ticked(editor_client, meeting, gyeongbuk):
    delegation = make_delegation(meeting, government=gyeongbuk)
    kept, gone = (make_attendee(delegation=delegation) for _ in range(2))
    batch = make_batch(meeting, KIM)

    post(editor_client, "confirm", batch, **{gone.reference: "on"})

    statuses = Attendee.objects.in_bulk([kept.pk, gone.pk])
    assert statuses[kept.pk].status == "registered"
    assert statuses[gone.pk].status == "cancelled"


def test_nobody_is_written_to_unless_ticked(editor_client, meeting, gyeongbuk):
    make_delegation(
        meeting, government=gyeongbuk, focal_point_email="focal@example.org"
    )

    post(editor_client, "confirm", make_batch(meeting, KIM))
    assert mail.outbox == []
    post(
        editor_client,
        "confirm",
        make_batch(meeting, KIM | {"position": "과장"}),
        notify="on",
    )

    (sent,) = mail.outbox
    assert sent.to == ["focal@example.org"]
    assert "김견본" not in sent.subject + sent.body
    assert "경상북도" in sent.body


def test_what_is_ticked_is_saved_by_going_on(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본", "government": "안동무역관"})
    answer = {"q0-answer": "other", "q0-other": "KR-47", "confirm": "1"}

    response = post(editor_client, "review", batch, **answer)

    assert batch.summary["problems"] == 0
    assert response.redirect_chain == [(page("confirm", batch.pk), 302)]


def test_going_on_tells_what_is_open(editor_client, meeting):
    lee = {"native_name": "이견본", "government": "경북", "email": "lee"}
    answer = {"row0-skip": "on", "row1-cell_email": "lee", "confirm": "1"}
    batch = make_batch(meeting, KIM | {"email": "kim"}, lee)

    response = post(editor_client, "review", batch, **answer)

    assert response.redirect_chain == [(page("review", batch.pk), 302)]
    assert messages_of(response)[0].startswith("1 row still has a problem:")
    assert batch.rows.first().is_skipped


def test_a_link_takes_along_what_is_ticked(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    tab = page("review", batch.pk) + "?state=skipped"

    response = post(editor_client, "review", batch, **{"row0-skip": "on", "next": tab})

    assert response.redirect_chain == [(tab, 302)]
    assert batch.summary["skipped"] == 1


def test_a_link_leads_nowhere_else(editor_client, meeting):
    batch = make_batch(meeting, KIM)

    response = post(editor_client, "review", batch, next="https://example.org/")

    assert response.redirect_chain == [(page("review", batch.pk), 302)]


def test_an_answered_question_stays_and_can_be_changed(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본", "government": "안동무역관"})
    answer = {"q0-answer": "other", "q0-other": "KR-47"}

    response = post(editor_client, "review", batch, **answer)
    ((answered, question, answer),) = response.context["answered"]
    assert (question, answer) == (
        "“안동무역관”",
        '<b>Gyeongbuk</b>: <bdi lang="ko">경상북도</bdi>, Country KR',
    )

    response = post(editor_client, "review", batch, ask_again=answered.name)
    assert batch.answers.meanings == {}
    assert len(response.context["question_forms"]) == 1


def test_a_new_body_goes_with_the_answer_that_made_it(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본", "government": "견본협회"})
    answer = {"q0-answer": "new-body", "q0-name_en": "Sample Association"}
    response = post(editor_client, "review", batch, **answer)
    ((answered, _question, shown),) = response.context["answered"]
    assert shown == "Sample Association, added with the list"

    post(editor_client, "review", batch, ask_again=answered.name)

    assert batch.answers.to_json() == {}


def test_answers_about_a_row_stay_and_can_be_changed(editor_client, meeting, gyeongbuk):
    known = make_person(native_name="김견본", country=gyeongbuk.country)
    batch = make_batch(meeting, KIM | {"email": "kim"})
    answers = {"row0-person": "new", "row0-cell_email": "kim@example.org"}

    response = post(editor_client, "review", batch, **answers)
    lines = [line[1:] for line in response.context["answered"]]
    assert lines == [
        ("Row 2 · 김견본 · Who is it?", "Somebody else of the same name"),
        ("Row 2 · 김견본 · E-mail", "kim@example.org"),
    ]

    for answered, _question, _answer in response.context["answered"]:
        post(editor_client, "review", batch, ask_again=answered.name)
    assert batch.answers.to_json() == {}
    assert batch.rows.get().problems[-1].candidates == [known.key]


def test_the_delegation_of_all_rows_can_be_asked_again(editor_client, meeting):
    batch = make_batch(meeting, {"native_name": "김견본"})
    answer = {"q0-answer": "other", "q0-other": "KR-47"}
    response = post(editor_client, "review", batch, **answer)
    ((answered, question, _answer),) = response.context["answered"]
    assert question == "Delegation of rows that name none"

    post(editor_client, "review", batch, ask_again=answered.name)

    assert (batch.choices.delegation, batch.summary["problems"]) == ("", 1)


def test_a_newcomer_is_shown_with_all_that_will_be_saved(editor_client, meeting):
    cells = {
        "position": "과장",
        "department": "국제과",
        "phone": "010-1111-2222",
        "arrives_on": "2026-10-22",
        "family_name": "KIM",
        "given_name": "Sample",
    }
    batch = make_batch(meeting, KIM | cells)

    response = editor_client.get(page("review", batch.pk))

    (form,) = response.context["row_forms"]
    assert (form.name, form.latin_name) == ("김견본", "KIM Sample")
    assert form.details == [
        ("Phone", form.row.values["phone"]),
        ("Department", "국제과"),
        ("Arrives on", "Oct. 22, 2026"),
    ]


def test_warnings_are_shown_on_rows_that_are_saved(editor_client, meeting):
    batch = make_batch(meeting, KIM, KIM | {"native_name": "이견본"})
    warning = Problem("bad_email", "email", "kim@")
    batch.rows.filter(position=1).update(warnings=[warning])

    response = editor_client.get(page("review", batch.pk) + "?state=warning")

    (form,) = response.context["row_forms"]
    assert (form.name, form.warnings) == ("이견본", ["“kim@” is no e-mail address."])
    assert response.context["warned"] == 1


def test_who_does_not_come_is_taken_in_by_a_tick(editor_client, meeting):
    batch = make_batch(meeting, KIM | {"status": "불참"})
    tab = page("review", batch.pk) + "?state=left_out"
    (form,) = editor_client.get(tab).context["row_forms"]
    assert form.warnings == [
        "The list says that 김견본 does not come; nothing is saved of this row."
    ]

    data = {"version": batch.version, "row0-take_in": "on"}
    editor_client.post(tab, data)

    batch.refresh_from_db()
    assert (batch.summary["new"], batch.summary["left_out"]) == (1, 0)
    (form,) = editor_client.get(tab).context["row_forms"]
    assert form.tick.initial is True
    editor_client.post(tab, {"version": batch.version})
    batch.refresh_from_db()
    assert batch.summary["left_out"] == 1


def test_unread_cells_that_look_like_people_stop_the_list(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    batch.claim(reading=batch.reading | {"unread": [UNREAD]})

    response = post(editor_client, "review", batch, confirm="1")
    assert response.redirect_chain == [(page("table", batch.pk), 302)]
    post(editor_client, "confirm", batch)

    assert batch.is_open


def test_names_to_follow_are_told_by_delegation(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    seats = [
        {"sheet": "CSV", "row": n, "text": text, "count": n, "cells": cells}
        for n, text, cells in (
            (1, "미정", {"government": "경북"}),
            (2, "외 2명", {"government": "경북"}),
            (3, "외 3명", {}),
        )
    ]
    batch.claim(reading=batch.reading | {"to_follow": seats})

    response = editor_client.get(page("confirm", batch.pk))

    assert response.context["to_follow"] == [
        ("경북", ("미정", "외 2명"), 3),
        ("", ("외 3명",), 3),
    ]


def test_of_two_values_one_is_chosen(editor_client, meeting):
    batch = make_batch(meeting, KIM)
    first = {"first": "과장"}
    problem = Problem("two_values", "position", "국장", details=first)
    batch.rows.update(state="problem", problems=[problem])

    response = editor_client.get(problems_of(batch))

    (form,) = response.context["row_forms"]
    assert form.fields["cell_position"].choices == [("과장", "과장"), ("국장", "국장")]


def test_whose_somebody_is_is_chosen_by_names(editor_client, meeting):
    make_government("KR-48", name_en="Gyeongnam", name_ko="")
    batch = make_batch(meeting, KIM)
    problem = Problem("other_delegation", "code", "김견본", ["KR-47", "KR-48"])
    batch.rows.update(state="problem", problems=[problem])

    response = editor_client.get(problems_of(batch))

    (form,) = response.context["row_forms"]
    labels = [label for _code, label in form.fields["cell_code"].choices]
    assert labels[1] == "<b>Gyeongnam</b>: Country KR"


def problems_of(batch):
    return page("review", batch.pk) + "?state=problem"
