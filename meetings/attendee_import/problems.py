"""What a review has to say of rows, in the reader's language."""

from django.utils.translation import gettext_lazy as _

from meetings.text.folding import fold

SENTENCES = {
    "no_government": _("No government or organisation is named; choose one."),
    "unknown_body": _("No government or organisation is called “%(value)s”."),
    "unknown_part": _(
        "“%(value)s” is not known below %(parent)s; choose another or add it."
    ),
    "ambiguous_body": _("“%(value)s” is the name of several; choose which is meant."),
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
    "who_is_it": _("Somebody of this name is known; choose who it is."),
}


def text_of(problem):
    """What stands in the cell, as it is compared with others and remembered."""
    return fold(problem["value"])


def sentence_of(problem):
    """The sentence for a problem as it is kept, in the reader's language."""
    told = {"value": problem["value"], **problem["details"]}
    return str(SENTENCES[problem["code"]]) % told
