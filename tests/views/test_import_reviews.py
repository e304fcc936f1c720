"""A list is reviewed, its questions are answered, and it is confirmed."""

import pytest
from django.core import mail

from meetings.models import Alias, Attendee, Government, Person
from tests.conftest import client_of, make_user
from tests.factories import (
    make_attendee,
    make_batch,
    make_delegation,
    make_government,
    make_person,
)
from tests.helpers import messages_of
from tests.views.wizard import KIM, page, post

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
