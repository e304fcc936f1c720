"""What a delegation reads of two versions: each change once, and no noise."""

import datetime as dt
from itertools import count

import pytest

from meetings.agenda.comparing import changes, longest_rise
from meetings.agenda.snapshots import as_dict
from meetings.models import AgendaItem, Presenter, Session
from meetings.models.names import override_language

NINE = dt.time(9)
places = count(1)


def session(pk, *items, **fields):
    defaults = {"kind": "plenary", "title_en": f"S{pk}", "date": "2026-10-21"}
    row = Session(pk=pk, **{"start": NINE} | defaults | fields)
    return as_dict(row) | {"items": list(items)}


def item(pk, *names, **fields):
    defaults = {"kind": "topic", "title_en": f"i{pk}", "duration": 20}
    row = AgendaItem(pk=pk, **defaults | fields)
    return as_dict(row) | {"presenters": [presenter(name) for name in names]}


def presenter(name, part="presenter"):
    names = dict.fromkeys(("en", "ko", "ja", "zh"), name)
    row = as_dict(Presenter(pk=next(places), part=part))
    return row | {"names": names if name else {}, "bearer": None}


def compared(old, new, language="en"):
    with override_language(language):
        return [(change.kind.value, change.sentence) for change in changes(old, new)]


def test_an_agenda_that_stays_is_told_nothing_of():
    agenda = [session(1, item(1, "Kim"), item(2)), session(2)]

    assert compared(agenda, agenda) == []


def test_a_new_session_is_told_with_its_place_and_not_item_by_item():
    new = session(2, item(1), date="2026-10-22", end=dt.time(10), room_en="Hall B")

    assert compared([session(1)], [session(1), new]) == [
        ("new", "Session 2 “S2” is new: 22 October 2026, 09:00–10:00, Hall B.")
    ]


def test_a_session_of_which_nothing_is_known_is_just_new():
    assert compared([], [session(1, date="", start=None)]) == [
        ("new", "Session 1 “S1” is new.")
    ]


def test_a_session_that_is_gone_is_cancelled_with_its_items():
    assert compared([session(1), session(2, item(1))], [session(1)]) == [
        ("cancelled", "Session 2 “S2” is cancelled (21 October 2026, 09:00).")
    ]


def test_a_new_item_is_told_and_those_after_it_together():
    old = [session(1, item(1), item(2), item(3))]
    new = [session(1, item(1), item(4, "Kim"), item(2), item(3))]

    assert compared(old, new) == [
        ("new", "1.2 “i4” is new: Session 1 “S1”, 09:20–09:40, Kim."),
        (
            "times",
            "Session 1 “S1” has other times: 1.3 “i2” 09:20–09:40 → 09:40–10:00;"
            " 1.4 “i3” 09:40–10:00 → 10:00–10:20.",
        ),
    ]


def test_an_item_that_is_gone_is_cancelled_by_its_number_of_before():
    old = [session(1, item(1), item(2))]

    assert compared(old, [session(1, item(2))]) == [
        ("cancelled", "1.1 “i1” is cancelled (Session 1 “S1”, 09:00–09:20)."),
        (
            "times",
            "Session 1 “S1” has other times: 1.1 “i2” 09:20–09:40 → 09:00–09:20.",
        ),
    ]


def test_a_session_that_moves_takes_its_items_along_in_one_sentence():
    old = [session(1, item(1), item(2))]
    moved = {"date": "2026-10-22", "start": dt.time(14), "room_en": "Hall B"}

    assert compared(old, [session(1, item(1), item(2), **moved)]) == [
        (
            "moved",
            "Session 1 “S1” moves from 21 October 2026, 09:00"
            " to 22 October 2026, 14:00, Hall B.",
        )
    ]


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        ({"room_en": "A"}, {"room_en": "B"}, "Session 1 “S1” moves from A to B."),
        ({}, {"room_en": "B"}, "Session 1 “S1” is set for B."),
        ({"room_en": "A"}, {}, "Session 1 “S1” is no longer set for A."),
        ({"start": None}, {}, "Session 1 “S1” is set for 09:00."),
        (
            {"mode": "in_person"},
            {"mode": "online"},
            "Session 1 “S1” moves from In person to Online.",
        ),
    ],
)
def test_only_what_differs_of_a_place_is_compared(before, now, sentence):
    old, new = [session(1, item(1), **before)], [session(1, item(1), **now)]

    assert compared(old, new) == [("moved", sentence)]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_room_that_is_translated_is_no_other_room(language):
    old = [session(1, room_en="Hall A")]
    new = [session(1, room_en="Hall A", room_ko="대강당")]

    assert compared(old, new, language) == compared(new, old, language) == []


@pytest.mark.parametrize(
    ("language", "rooms"),
    [("en", "A to B"), ("ko", "가에서 나"), ("ja", "AからB")],
)
def test_another_room_is_told_in_the_readers_language(language, rooms):
    old = [session(1, room_en="A", room_ko="가")]
    new = [session(1, room_en="B", room_ko="나")]

    [(_kind, sentence)] = compared(old, new, language)

    assert rooms in sentence


def test_another_room_in_a_language_that_the_reader_has_not_is_told():
    old = [session(1, room_ko="가", room_ja="壱")]
    new = [session(1, room_en="B", room_ko="나", room_ja="壱")]

    assert compared(old, new) == [("moved", "Session 1 “S1” moves from 가 to 나.")]


def test_rooms_in_different_languages_may_be_different_rooms():
    old, new = [session(1, room_en="A")], [session(1, room_ko="나")]

    assert compared(old, new) == [("moved", "Session 1 “S1” moves from A to 나.")]


def test_sessions_that_change_places_are_told_once():
    old = [session(1), session(2), session(3)]

    assert compared(old, [session(3), session(1), session(2)]) == [
        ("moved", "Session 1 “S3” now comes first.")
    ]


def test_a_session_that_moved_in_time_is_not_told_to_have_changed_places_too():
    old = [session(1), session(2, start=dt.time(10))]
    new = [session(2, start=dt.time(8)), session(1)]

    assert compared(old, new) == [
        ("moved", "Session 1 “S2” moves from 10:00 to 08:00.")
    ]


def test_an_item_that_jumps_is_moved_and_the_others_run_on():
    old = [session(1, item(1), item(2), item(3))]

    assert compared(old, [session(1, item(3), item(1), item(2))]) == [
        ("moved", "1.1 “i3” moves from 09:40–10:00 to 09:00–09:20."),
        (
            "times",
            "Session 1 “S1” has other times: 1.2 “i1” 09:00–09:20 → 09:20–09:40;"
            " 1.3 “i2” 09:20–09:40 → 09:40–10:00.",
        ),
    ]


def test_an_item_that_jumps_where_there_are_no_times_comes_after_another():
    def agenda(*pks):
        return [session(1, *(item(pk) for pk in pks), start=None)]

    assert compared(agenda(1, 2, 3), agenda(2, 3, 1)) == [
        ("moved", "1.3 “i1” now comes after 1.2 “i3”.")
    ]


def test_an_item_that_jumps_in_a_session_that_moves_is_not_in_another_session():
    old = [session(1, item(1), item(2))]
    new = [session(1, item(2), item(1), date="2026-10-22", title_en="New")]

    assert compared(old, new)[:2] == [
        (
            "moved",
            "Session 1 “New” moves from 21 October 2026 to 22 October 2026.",
        ),
        ("moved", "1.1 “i2” moves from 09:20–09:40 to 09:00–09:20."),
    ]


def test_an_item_moves_from_one_session_to_another():
    old = [session(1, item(1)), session(2, start=dt.time(14), date="2026-10-22")]
    new = [session(1), session(2, item(1), start=dt.time(14), date="2026-10-22")]

    assert compared(old, new) == [
        (
            "moved",
            "2.1 “i1” moves from Session 1 “S1”, 21 October 2026, 09:00–09:20"
            " to Session 2 “S2”, 22 October 2026, 14:00–14:20.",
        )
    ]


def test_an_item_that_is_saved_from_a_cancelled_session_is_moved():
    old = [session(1), session(2, item(1))]

    assert [kind for kind, _ in compared(old, [session(1, item(1))])] == [
        "cancelled",
        "moved",
    ]


def test_an_item_that_takes_longer_has_other_times():
    old = [session(1, item(1), item(2))]

    assert compared(old, [session(1, item(1), item(2, duration=40))]) == [
        (
            "times",
            "Session 1 “S1” has other times: 1.2 “i2” 09:20–09:40 → 09:20–10:00.",
        )
    ]


def test_an_item_that_takes_longer_where_there_are_no_times():
    old = [session(1, item(1), item(2), start=None)]

    assert compared(old, [session(1, item(1, duration=30), item(2), start=None)]) == [
        ("times", "Session 1 “S1” has other times: 1.1 “i1” 20 min → 30 min.")
    ]


def test_a_title_that_gives_way_to_another_is_compared():
    old, new = [session(1, item(1))], [session(1, item(1, title_en="Other"))]

    assert compared(old, new) == [("retitled", "1.1 is retitled: “i1” → “Other”.")]


def test_titles_in_other_languages_are_told_with_the_language():
    old = [session(1, title_ko="개회", title_ja="開会")]
    new = [session(1, title_ko="개회식", title_ja="開会式")]

    assert compared(old, new) == [
        (
            "retitled",
            "Session 1 “S1” is retitled: Korean: “개회” → “개회식”;"
            " Japanese: “開会” → “開会式”.",
        )
    ]
    assert compared(old, new, "ja")[0][1].count("“開会” → “開会式”") == 1


def test_a_translation_that_comes_in_is_no_other_title():
    assert compared([session(1)], [session(1, title_ko="개회")]) == []
    assert compared([session(1)], [session(1, title_ko="개회")], "ko") == []


def test_a_session_that_gets_its_first_title_is_retitled():
    assert compared([session(1, title_en="")], [session(1, title_en="Opening")]) == [
        ("retitled", "Session 1 is retitled: “Plenary” → “Opening”.")
    ]


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (["Kim"], ["Sato"], "1.1 “i1”: Sato instead of Kim."),
        (["Kim"], ["Kim", "Sato"], "1.1 “i1”: now also Sato."),
        (["Kim", "Sato"], ["Sato"], "1.1 “i1”: no longer Kim."),
        (["Kim", "Li"], ["Li", "Kim"], "1.1 “i1”: now in this order: Li; Kim."),
        (["Kim"], [""], "1.1 “i1”: no longer Kim."),
    ],
)
def test_other_presenters_are_compared(before, now, sentence):
    old, new = [session(1, item(1, *before))], [session(1, item(1, *now))]

    assert compared(old, new) == [("presenters", sentence)]


def test_a_presenter_who_chairs_now_is_compared():
    old, new = [session(1, item(1, "Kim"))], [session(1, item(1))]
    new[0]["items"][0]["presenters"] = [presenter("Kim", part="chair")]

    assert compared(old, new) == [
        ("presenters", "1.1 “i1”: Kim (Chair) instead of Kim."),
    ]


def test_what_is_internal_is_not_told_but_its_time_is_taken():
    secret = item(9, "Nobody", title_en="Lights", is_internal=True)
    old, new = [session(1, item(1))], [session(1, secret, item(1))]

    assert compared(old, new) == [
        (
            "times",
            "Session 1 “S1” has other times: 1.2 “i1” 09:00–09:20 → 09:20–09:40.",
        )
    ]


def test_an_item_that_becomes_internal_is_cancelled():
    old, new = [session(1, item(1))], [session(1, item(1, is_internal=True))]

    assert compared(old, new) == [
        ("cancelled", "1.1 “i1” is cancelled (Session 1 “S1”, 09:00–09:20).")
    ]


def test_changes_are_told_by_kind_and_then_by_place():
    old = [session(1, item(1), item(2, "Kim"), item(3)), session(2), session(3)]
    new = [session(1, item(2, "Sato"), item(3, title_en="New")), session(3, item(4))]

    assert [kind for kind, _ in compared(old, new)] == [
        "cancelled",
        "cancelled",
        "new",
        "times",
        "retitled",
        "presenters",
    ]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [([], []), ([1, 2, 3], [1, 2, 3]), ([3, 1, 2], [1, 2]), ([2, 3, 1], [2, 3])],
)
def test_the_longest_rise_keeps_what_it_can(numbers, kept):
    assert longest_rise(numbers) == kept
