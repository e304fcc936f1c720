"""The order of a list, or its column of ranks, as ranks within each delegation.

A list that comes again in the same order changes nothing, whatever was put in another
order by hand since; who is new stands behind the one before them on the list. Lists
that we exported have an order of ours, which says nothing.
"""

import re
from collections import defaultdict
from itertools import pairwise

from meetings.attendee_import.values import as_text

HIGHEST = 32_767  # that the column holds
NUMBER = re.compile(r"\d+")


def rank_on_list(cells):
    """Return the number in the column of ranks, None where there is none: 1위, 第1."""
    found = NUMBER.search(as_text(cells.get("rank", "")))
    return int(found[0]) if found else None


def set_ranks(drafts):
    """Give the rows of those who come their rank within the delegation."""
    by_body = defaultdict(list)
    for draft in drafts:
        if draft.body and draft.is_counted and not draft.away:
            by_body[draft.body.key].append(draft)
    for each in by_body.values():
        if any(draft.listed_rank for draft in each):
            each.sort(key=lambda draft: draft.listed_rank or HIGHEST)
            rank_delegation(each)
        elif not any(draft.row.reference for draft in each):
            rank_delegation(each)


def rank_delegation(drafts):
    """Set ranks of people of one delegation, who are in the order of the list."""
    placed = [draft for draft in drafts if has_rank(draft)]
    is_reordered = not is_order_kept(placed)
    behind = newcomers_behind(drafts)
    if not is_reordered:
        placed.sort(key=lambda draft: draft.match.rank)
    sequence = list(behind[None])
    for draft in placed:
        sequence += [draft, *behind[draft.row.position]]
    rank = 0
    for draft in sequence:
        known = 0 if is_reordered else known_rank(draft) or 0
        rank = min(max(rank + 1, known), HIGHEST)
        set_rank(draft, rank, is_reordered)
    for place, draft in enumerate(drafts, start=1):
        draft.said["rank"] = place


def has_rank(draft):
    return known_rank(draft) is not None and draft.body.key in draft.match.bodies


def known_rank(draft):
    return draft.match.rank if draft.match else None


def is_order_kept(placed):
    """Whether the list has people in the order of the last one, or of their ranks."""
    said = [d.match.listed["rank"] for d in placed if "rank" in d.match.listed]
    ranks = said or [draft.match.rank for draft in placed]
    return all(one < other for one, other in pairwise(ranks))


def newcomers_behind(drafts):
    """Return those without a rank by the position of the row of whom they follow."""
    behind, before = defaultdict(list), None
    for draft in drafts:
        if has_rank(draft):
            before = draft.row.position
        else:
            behind[before].append(draft)
    return behind


def set_rank(draft, rank, is_reordered):
    """Put a rank on the row; it counts as a change where the list has a new order.

    Room that is made for a newcomer is no change to those who follow.
    """
    draft.row.values["rank"] = rank
    if draft.match and draft.match.is_attendee and draft.match.rank != rank:
        draft.row.changes["rank"] = [draft.match.rank, rank]
        draft.is_reordered = is_reordered
