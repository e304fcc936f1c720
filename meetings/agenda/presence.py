"""Who is writing the minutes of which item right now.

It is kept in the cache, which all processes share and which forgets it by itself, so
that nobody seems to write whose browser was closed.
"""

from collections import defaultdict

from django.contrib.auth import get_user_model
from django.core.cache import cache

SECONDS = 25  # an open page says so every 10 seconds, and may fail to once


def note_writer(meeting, user, item):
    """Keep which item, by its id as text, this user writes; "" if none."""
    if item:
        # The id is what a browser sent, so it is not taken at any length.
        cache.set(_key(meeting, user.pk), item[:20], SECONDS)
    else:
        cache.delete(_key(meeting, user.pk))


def writers(meeting, but):
    """Return who writes at this meeting beside one user: lists of users by item."""
    # A cache cannot be asked for its keys, so all are tried that there may be; the
    # secretariat is of three to ten people.
    others = get_user_model().objects.filter(is_active=True).exclude(pk=but.pk)
    by_key = {_key(meeting, user.pk): user for user in others}
    by_item = defaultdict(list)
    for key, item in cache.get_many(by_key).items():
        by_item[item].append(by_key[key])
    return by_item


def _key(meeting, pk):
    return f"minutes-{meeting.pk}-{pk}"
