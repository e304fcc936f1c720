"""Part a unit and a post that stand in one cell: 江苏省人民政府外事办公室副主任."""

import re

from meetings.attendee_import.bodies import BODY_FIELDS
from meetings.attendee_import.values import as_text
from meetings.models.import_answers import Problem
from meetings.spreadsheets.names.words import GRADE
from meetings.spreadsheets.types import NoValue
from meetings.spreadsheets.vocabulary import UNIT_AND_POST, vocabulary
from meetings.text.folding import fold, tidy
from meetings.text.units import OFFICE

LONGEST = 120  # characters; a longer text is no unit with a post
LONGEST_TITLE = 8  # characters of a title in a native script
BETWEEN = " ,，、/／·・:：-"
COMMA = re.compile("[,，]")
AFTER_POST = (",", " of ")
LATIN_WORD = re.compile(r"(?<![^\W_])[A-Za-z]")


def with_unit_parted(cells, delegations, problems):
    """Return cells with government, department and position for a cell of all three.

    What other cells say stays; a government that contradicts theirs adds a problem. Of
    a cell that is not understood the whole is asked about, as the name of a government.
    Where other cells, or staff for the whole list, say that, the unit may be an office
    alone.
    """
    cell = cells.get(UNIT_AND_POST)
    if cell is None:
        return cells
    rest = {name: value for name, value in cells.items() if name != UNIT_AND_POST}
    if isinstance(cell, NoValue):
        problems.append(Problem("no_value", UNIT_AND_POST, cell.text))
        return rest
    text = tidy(as_text(cell))
    parted = unit_and_post(text, delegations.bodies, as_text(rest.get("country", "")))
    if parted is None and (rest.keys() & set(BODY_FIELDS) or delegations.default):
        parted = office_and_post(text)
    parted = parted or {"government": text}  # so that the answer is remembered
    if is_contradicted(parted, rest, delegations.bodies):
        details = {"first": as_text(rest["government"])}
        problems.append(Problem("two_values", "government", text, details=details))
    return {name: value for name, value in parted.items() if value} | rest


def unit_and_post(text, bodies, country=""):
    """Return the government, department and position of a text, None if it is unclear.

    The post begins with a title: of the places where one does, that one counts before
    which a body or an office of it stands.
    """
    if len(text) > LONGEST:
        return None
    if fold(text) in bodies.aliases:  # staff said whose it is
        return {"government": text, "position": text}
    if is_post(text) and (found := after_post(text, bodies, country)):
        return found
    for at in post_places(text):
        unit, post = text[:at].rstrip(BETWEEN), text[at:]
        if not unit:
            return after_post(text, bodies, country)
        match = bodies.find(unit, country)
        if match.body or match.problem in ("ambiguous_body", "former_body"):
            return parts(unit, match, post)
    return without_title(text, bodies, country)


def is_contradicted(parted, cells, bodies):
    """Whether a government's own column names another body than the unit does."""
    if "government" not in cells or not parted.get("government"):
        return False
    one = bodies.find(as_text(cells["government"])).body
    other = bodies.find(parted["government"]).body
    return bool(one and other and one != other)


def office_and_post(text):
    """Return the department and the position of a text without a government."""
    for at in post_places(text):
        unit, post = text[:at].rstrip(BETWEEN), text[at:]
        if not unit or OFFICE.search(unit):
            return {"department": unit, "position": post}
    return None


def post_places(text):
    """Yield where a post may begin in a text: at a title that is not of an office.

    知事公室主査 is a post in an office that is called after the governor.
    """
    places = list(title_places(text))
    for at in places:
        units = (text[at:later].rstrip(BETWEEN) for later in places if later > at)
        if not any(map(OFFICE.search, units)):
            yield at


def title_places(text):
    """Yield where a title begins in a text, from the left."""
    titles, interpreting = vocabulary().titles, vocabulary().interpreting
    for at in range(len(text)):
        if GRADE.match(text, at) and not text[at - 1 : at].isdigit():
            yield at
        elif text[at].isascii():
            if LATIN_WORD.match(text, at) and begins_with_title(text[at:]):
                yield at
        else:
            ends = range(at + 2, min(at + LONGEST_TITLE, len(text)) + 1)
            words = (fold(text[at:end]) for end in ends)
            if any(word in titles or word in interpreting for word in words):
                yield at


def is_post(text):
    """Whether a text begins with a post and a comma: Senior Officer, …"""
    *_before, last = COMMA.split(text)[0].split() or [""]
    is_latin = COMMA.search(text) and text[:1].isascii()
    return bool(is_latin) and fold(last) in vocabulary().titles


def begins_with_title(text):
    words = text.replace(",", " ").split()[:4]
    known = vocabulary().titles.keys() | vocabulary().interpreting.keys()
    return any(fold(" ".join(words[:size])) in known for size in range(1, 5))


def parts(unit, match, post):
    """Return the cells of a unit that was found; a question stays with its text."""
    department = match.department
    government = unit
    if match.body and department:
        government = unit[: unit.rfind(department)].rstrip(BETWEEN) or unit
    return {"government": government, "department": department, "position": post}


def after_post(text, bodies, country):
    """Director, Tottori Prefecture and Governor of Tottori: the post stands first.

    An office may stand between: Director, Tourism Division, Tottori Prefecture.
    """
    post, *units = [part.strip() for part in COMMA.split(text)]
    match = bodies.find(units[-1], country) if len(units) > 1 else None
    if match and match.body:
        office = ", ".join(filter(None, (*units[:-1], match.department)))
        return {"government": units[-1], "department": office, "position": post}
    for sign in AFTER_POST:
        post, _sign, unit = text.replace("，", ",").partition(sign)
        match = bodies.find(unit.strip(), country) if unit.strip() else None
        if match and match.body:
            return parts(unit.strip(), match, post.strip())
    return None


def without_title(text, bodies, country):
    """A unit alone, or one with a post that is no known title: 국제협력과장."""
    match = bodies.find(text, country)
    if match.body:
        return parts(text, match, "")
    unit, _blank, post = text.rpartition(" ")
    match = bodies.find(unit, country) if unit else match
    if match.body and ends_in_title(post):
        return parts(unit, match, post)
    return None


def ends_in_title(text):
    """Whether a word ends in a title, and is no office: 국제협력과장."""
    if OFFICE.search(text):
        return False
    starts = range(max(0, len(text) - LONGEST_TITLE), len(text) - 1)
    return any(fold(text[start:]) in vocabulary().titles for start in starts)
