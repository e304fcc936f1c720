"""Names by rule that plates and badges leave out until a person has confirmed them."""

from meetings.models.names import Language, active_language


def names_left_out(meeting, delegations, language):
    """Return the governments and the languages of the names that a paper leaves out.

    The paper is in one language, and names each government in its own one too.
    """
    day = meeting.day_of_names
    governments = [each.government for each in delegations if each.government]
    names = [
        (government, suffix)
        for government in governments
        for suffix in dict.fromkeys((language, government.own_language))
        if suffix and government.is_unconfirmed_on(day, suffix)
    ]
    if place_left_out(meeting, language):
        names.append((meeting.place_government, language))
    return [(body, Language(suffix).label) for body, suffix in dict.fromkeys(names)]


def place_left_out(meeting, language):
    """Return whether the place would be printed by such a name."""
    there = meeting.place_government
    return (
        there
        and not meeting.text_in("place", language)
        and there.is_unconfirmed_on(meeting.day_of_names, language)
    )


def printed_place(meeting):
    """Return the place in the reader's language, as a badge may have it."""
    language, there = active_language(), meeting.place_government
    if not there or meeting.text_in("place", language):
        return meeting.place_name
    names = there.printed_name_on(meeting.day_of_names, language, there.own_language)
    return names[0]
