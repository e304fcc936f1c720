"""Who is writing the minutes of which item right now.

It is kept in the cache, which all processes share, and forgotten by itself.
"""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.core.cache import cache

SECONDS = 25  # more than two looks of a page that is open


def note(meeting, user, item):
    """Keep which item, by its id as text, this user writes; "" if none."""
    if item:
        cache.set(_key(meeting, user.pk), item[:20], SECONDS)
    else:
        cache.delete(_key(meeting, user.pk))


def writers(meeting, but):
    """Whoever writes at this meeting beside one user: lists of users by item."""
    others = get_user_model().objects.filter(is_active=True).exclude(pk=but.pk)
    by_key = {_key(meeting, user.pk): user for user in others}
    found = defaultdict(list)
    for key, item in cache.get_many(by_key).items():
        found[item].append(by_key[key])
    return found


def _key(meeting, pk):
    return f"minutes-{meeting.pk}-{pk}"
