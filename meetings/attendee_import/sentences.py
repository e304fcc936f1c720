"""The sentences for problems and warnings of a review, by their codes."""

from django.utils.translation import gettext_lazy as _

from meetings.spreadsheets.types import WARNINGS

SENTENCES = {
    "no_government": _("No government or organisation is named; choose one."),
    "unknown_body": _("No government or organisation is called “%(value)s”."),
    "unknown_part": _(
        "“%(value)s” is not known below %(parent)s; choose another or add it."
    ),
    "ambiguous_body": _("“%(value)s” is the name of several; choose which is meant."),
    "former_body": _(
        "“%(value)s” had ended by the meeting; choose it or what took its place."
    ),
    "declined": _("The delegation of %(body)s has declined; change that first."),
    "no_name": _("There is no name; write one or skip the row."),
    "no_value": _(
        "The cell holds a formula or an error (%(value)s) instead of a value."
    ),
    "too_long": _("The text is longer than %(longest)s characters; shorten it."),
    "bad_email": _("“%(value)s” is no e-mail address."),
    "unknown_role": _("“%(value)s” is no role that is known; choose one."),
    "unknown_mode": _("“%(value)s” does not say “in person” or “online”; choose."),
    "unknown_status": _("“%(value)s” is no status that is known; choose one."),
    "no_day": _("“%(value)s” is no day that can be read; write it as 2026-10-23."),
    "ambiguous_day": _("“%(value)s” may be either of two days; choose which."),
    "departs_before": _("The departure is before the arrival."),
    "unknown_reference": _(
        "Nobody at this meeting has the reference %(value)s; clear it for somebody new."
    ),
    "same_person": _("The same person stands in row %(row)s."),
    "second_head": _("The delegation already has a head: %(head)s."),
    "two_values": _(
        "Two columns give this: “%(first)s” was taken, “%(value)s” was not; choose."
    ),
    "email_cut": _("“%(taken)s” was taken out of “%(value)s”."),
    "first_of_emails": _("Of “%(value)s” the first address, %(taken)s, was taken."),
    "no_phone": _("“%(value)s” can be no telephone number; correct it if it is wrong."),
    "damaged_phone": _(
        "A spreadsheet has cut digits off the number “%(value)s”; it was not taken."
    ),
    "phone_without_zero": _(
        "The number “%(value)s” may have lost its leading 0; correct it if it has."
    ),
    "no_person": _("“%(value)s” is no name of a person; write one or skip the row."),
    "several_people": _(
        "Several people may stand in “%(value)s”; write one name here, and add the"
        " others by hand."
    ),
    "other_name": _(
        "Two columns give different names, one of them “%(value)s”; write the right"
        " one."
    ),
    "beside_name": _(
        "“%(value)s” stands beside the name and was put into the remarks."
    ),
    "incomplete_name": _(
        "“%(value)s” may be a family name with a title; correct it if it is."
    ),
    "odd_name": _("“%(value)s” is unusual for a name; correct it if it is wrong."),
    "shared_by_several": _(
        "“%(value)s” stands beside several people and was given to none of them."
    ),
    "may_stay_away": _("“%(value)s” may say that the person does not come."),
    "unmarked": _(
        "The others are marked as coming, and the cell of %(value)s is blank; say"
        " whether they come."
    ),
    "reading_below": _(
        "“%(value)s” below was taken for how the name is read; add them by hand if it"
        " is somebody else."
    ),
    "not_kept_part": _(
        "The remarks held a passport's number or a day of birth, which is not kept."
    ),
    "struck_part": _("“%(value)s” is struck through and was not taken."),
    "who_is_it": _(
        "Somebody of this name, or of one like it, is known; choose who it is."
    ),
    "other_delegation": _(
        "%(value)s is registered for another delegation; choose which is right."
    ),
    "changed_by_both": _(
        "The list says “%(value)s” now, and “%(known)s” was written by hand since the"
        " last one; choose which is right."
    ),
    "public_name": _(
        "“%(known)s” is the name of somebody in public office; choose whether it"
        " becomes “%(value)s”."
    ),
    "public_name_added": _(
        "“%(value)s” is added to the name of somebody in public office."
    ),
    "damaged": _(
        "The list says “%(value)s”, of which something was lost; “%(known)s” is kept."
    ),
    "still_cancelled": _(
        "%(value)s was cancelled since the last list, and stays so; change the status"
        " if they come."
    ),
    "left_out_status": _(
        "The list says that %(value)s does not come; nothing is saved of this row."
    ),
    "left_out_struck": _(
        "The row of %(value)s is struck through; nothing is saved of it."
    ),
    "left_out_hidden": _("The row of %(value)s is hidden; nothing is saved of it."),
    "left_out_above": _(
        "%(value)s stands above the list, as who sent it may do; take them in if they"
        " come."
    ),
    "registered_but_hidden": _(
        "The row of %(value)s, who is registered, is hidden; say whether they still"
        " come before you confirm the list."
    ),
    "registered_stays_away": _(
        "%(value)s is registered, and does not come according to the list; the status"
        " changes."
    ),
    "other_edition": _(
        "“%(value)s” names edition %(edition)s; this meeting is the edition %(number)s."
    ),
    "other_year": _(
        "“%(value)s” names the year %(year)s; this meeting is in %(expected)s."
    ),
    "other_place": _("“%(value)s” names another place than that of this meeting."),
    "far_from_meeting": _(
        "%(value)s is a month or more away from the days of the meeting."
    ),
    "other_country": _(
        "“%(value)s” is of a country that does not take part in this series."
    ),
    "body_of_other_country": _(
        "“%(value)s” is of a country that does not take part in this series; look"
        " whether this is the right meeting."
    ),
    "too_many_people": _(
        "%(people)s people of %(value)s come, and %(seats)s seats are expected."
    ),
    "seats_of_nobody": _(
        "“%(value)s” in row %(row)s announces names, but it is not clear of which"
        " delegation; write the number there."
    ),
    "hidden_rows": _(
        "People on hidden rows are left out: %(value)s. Take in who comes all the same."
    ),
}


def sentence_of(problem):
    """Return the sentence for a problem or a warning, in the reader's language.

    What the reader has to say of the file as a whole has its sentences.
    """
    filled_in = {"value": problem.value, **problem.details}
    sentences = SENTENCES if problem.code in SENTENCES else WARNINGS
    return str(sentences[problem.code]) % filled_in
