"""What no constraint can say of governments, since it is about several rows."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from meetings.models import edtf


def check_life(government):
    """Raise ValidationError if a government contradicts others or its memberships."""
    refuse_namesake(government)
    refuse_circle(government)
    refuse_circle_of_parents(government)
    if government.successor:
        refuse_early_successor(government, government.successor)
    if government.pk:
        for predecessor in government.predecessors.all():
            refuse_early_successor(predecessor, government)
        for membership in government.memberships.select_related("series"):
            refuse_membership_outside(membership, government)


def refuse_namesake(government):
    """One name is one government's, among those of one parent at one time."""
    if other := type(government).objects.namesake_of(government):
        raise ValidationError(
            _(
                "“%(name)s” is on record for that time and place already: %(code)s."
                " Change that one, or give this one its own name."
            )
            % {"name": other, "code": other.code}
        )


def refuse_circle(government):
    """Whoever follows the successors comes to an end."""
    chain = list(government.successors())
    # A constraint refuses the circle of one.
    if government in chain[1:]:
        codes = " → ".join(each.code for each in [government, *chain])
        raise ValidationError(
            _("The successors lead back to where they began: %(codes)s.")
            % {"codes": codes}
        )


def refuse_circle_of_parents(government):
    """No government belongs to itself, nor to a part of it."""
    above = government.parent
    while above and above != government:
        above = above.parent
    if above:
        raise ValidationError(
            _("%(government)s cannot belong to itself or to a part of it.")
            % {"government": government}
        )


def refuse_early_successor(government, successor):
    """What succeeds a government begins when that ends, or later."""
    if surely_before(successor.latest_beginning, government.end_day):
        raise ValidationError(
            _(
                "%(successor)s began on %(beginning)s, before %(government)s ended on"
                " %(end)s: a successor begins when its predecessor ends."
            )
            % {
                "successor": successor,
                "beginning": edtf.in_words(successor.valid_from),
                "government": government,
                "end": edtf.in_words(government.valid_to),
            }
        )


def refuse_membership_outside(membership, government):
    """A government is a member while it is in being."""
    names = {"government": government, "series": membership.series}
    if surely_before(membership.latest_beginning, government.first_day):
        names["day"] = edtf.in_words(government.valid_from)
        sentence = _(
            "%(government)s exists since %(day)s; its membership of %(series)s cannot"
            " begin before."
        )
        raise ValidationError(sentence % names)
    if government.end_day and _runs_on(membership, government):
        names["day"] = edtf.in_words(government.valid_to)
        sentence = _(
            "%(government)s ended on %(day)s; its membership of %(series)s has to end"
            " on that day or before."
        )
        raise ValidationError(sentence % names)


def _runs_on(membership, government):
    ends_late = surely_before(government.latest_end, membership.end_day)
    return not membership.end_day or ends_late


def refuse_ended(government, day):
    """Only a government in being sends a delegation; its successor is named."""
    if not (day and government.latest_end and government.latest_end <= day):
        return
    successor = government.successor_on(day) or government.successor
    raise ValidationError(
        _(
            "%(government)s ended on %(end)s, before the meeting: choose its successor,"
            " %(successor)s (%(code)s)."
        )
        % {
            "government": government,
            "end": edtf.in_words(government.valid_to),
            "successor": successor,
            "code": successor.code,
        }
    )


def surely_before(day, other):
    """Return whether both days are known, and the first is the earlier."""
    return bool(day and other and day < other)
