"""Which body counts: whom staff answered, who is not over, who was called so."""

import datetime as dt

import pytest

from meetings.attendee_import.bodies import BodyResolver
from meetings.attendee_import.body_index import BodyIndex
from meetings.models.import_answers import NewBody
from meetings.text.folding import fold
from tests.attendee_import.body_texts import DAY, key_of, problem_of
from tests.factories import (
    make_country,
    make_government,
    make_government_name,
    make_organization,
)


@pytest.fixture
def empty(db):
    """What an index is made of but for governments: a country and a body."""
    make_country("KR", name_en="South Korea")
    make_organization("body", name_en="A Body", name_ko="견본협회")


def made(day=DAY, **aliases):
    folded = {fold(text): key for text, key in aliases.items()}
    return BodyResolver(BodyIndex(day), folded)


@pytest.mark.usefixtures("empty")
def test_an_answer_that_staff_gave_counts_before_any_name():
    make_government("KR-x", name_ko="견본도")
    make_government("KR-y", name_ko="가상도")

    bodies = made(견본도="KR-y", 본부="body")

    assert key_of(bodies.find("견본 도")) == "KR-y"
    assert key_of(bodies.find("본부")) == "body"


@pytest.mark.usefixtures("empty")
def test_an_answer_for_a_body_that_is_gone_counts_no_more():
    make_government("KR-x", name_ko="견본도")

    assert key_of(made(견본도="KR-gone").find("견본도")) == "KR-x"


@pytest.mark.usefixtures("empty")
def test_of_two_the_one_that_is_not_over_is_meant():
    new = make_government("KR-new", name_ko="견본도")
    make_government("KR-old", name_ko="견본도", valid_to="2020", successor=new)

    assert key_of(made().find("견본도")) == "KR-new"
    before = made(dt.date(2019, 1, 1)).find("견본도")
    assert problem_of(before) == ("ambiguous_body", ["KR-new", "KR-old"])


@pytest.mark.usefixtures("empty")
def test_of_successors_the_one_that_is_not_over_may_be_meant():
    new = make_government("KR-new", name_ko="가상도")
    older = make_government(
        "KR-older", name_ko="모의도", valid_to="2021", successor=new
    )
    make_government("KR-old", name_ko="견본도", valid_to="2020", successor=older)

    asked = ("former_body", ["KR-new", "KR-old"])
    assert problem_of(made().find("견본도")) == asked


@pytest.mark.usefixtures("empty")
def test_two_that_succeeded_each_other_are_found_as_they_are():
    one = make_government("KR-one", name_ko="견본도")
    other = make_government("KR-two", name_ko="가상도", valid_to="2021", successor=one)
    one.valid_to, one.successor = "2020", other
    one.save()

    assert key_of(made().find("견본도")) == "KR-one"


@pytest.mark.usefixtures("empty")
def test_a_former_name_is_a_name():
    government = make_government("KR-x", name_ko="견본도")
    make_government_name(government=government, language="ko", name="옛견본도")

    assert key_of(made().find("옛견본")) == "KR-x"


@pytest.mark.usefixtures("empty")
def test_a_part_that_staff_add_belongs_to_its_parent():
    make_government("KR-x", name_ko="견본도")
    bodies = made(가상시="KR-x-gasang")

    bodies.index.add_new("KR-x-gasang", NewBody("KR-x", "city"))

    body = bodies.find("가상시").body
    assert (body.key, body.parent, body.country) == ("KR-x-gasang", "KR-x", "KR")


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("governments", [1, 3])
def test_all_bodies_cost_five_queries(django_assert_num_queries, governments):
    for _ in range(governments):
        make_government_name(government=make_government())

    with django_assert_num_queries(5):
        index = BodyIndex(DAY)

    assert len(index.bodies) == governments + 1
