"""The queries of meetings."""

import re
from functools import reduce
from operator import and_

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from meetings.models.finding import first_words
from meetings.models.governments import Government
from meetings.models.keys import KeyedQuerySet
from meetings.models.meeting_choices import MeetingStatus
from meetings.models.names import lacking, matching

# 27, 27th, 第27回; 2026, 2026年
NUMBER = re.compile(r"[第제]?(\d{1,3})(?:st|nd|rd|th|[回届次회차])?")
YEAR = re.compile(r"([12]\d{3})[年년]?")

# What a complete record of an edition has, with the word for it that the user reads.
EXPECTED = {
    "date": _("date"),
    "place": _("place"),
    "country": _("country"),
    "theme": _("theme"),
}


class MeetingQuerySet(KeyedQuerySet):
    def editions(self):
        """Return meetings with a number in their series."""
        return self.exclude(number=None)

    def upcoming(self, day):
        """Return meetings to come, or not yet over on `day`, the nearest first."""
        return self.filter(
            latest__gte=day,
            status__in=[
                MeetingStatus.PLANNED,
                MeetingStatus.ANNOUNCED,
                MeetingStatus.POSTPONED,
            ],
        ).order_by("earliest", "pk")

    def latest_first(self):
        """Sort by date, the latest first and meetings without one last."""
        return self.order_by(F("earliest").desc(nulls_last=True), "-number", "-pk")

    def in_year(self, year):
        """Return meetings that may have been in `year`, as far as their dates say."""
        return self.filter(earliest__year__lte=year, latest__year__gte=year)

    def lacking_data(self):
        """Return editions whose record has gaps, as `Meeting.gaps` names them."""
        return self.editions().filter(
            Q(status=MeetingStatus.UNKNOWN)
            | Q(date="")
            | Q(country=None)
            | lacking("place")
            | lacking("theme")
        )

    def search(self, text):
        """Return meetings that every word of `text` is about, of many the first ones.

        A word is in titles, themes, place or venue, or is the number, or the year.
        """
        conditions = map(self._about, first_words(text.split()))
        return self.filter(reduce(and_, conditions, Q()))

    def _about(self, word):
        governments = Government.objects.search(word)
        condition = (
            matching(word, "title", "theme", "place", "venue", "series__name")
            | Q(slug__icontains=word)
            | Q(place_government__in=governments)
            | Q(host_government__in=governments)
        )
        if number := NUMBER.fullmatch(word):
            condition |= Q(number=number[1])
        if year := YEAR.fullmatch(word):
            condition |= Q(earliest__year__lte=year[1], latest__year__gte=year[1])
        return condition

    def with_titles(self):
        """Load what the title of each meeting is made of."""
        return self.select_related("series").prefetch_related("series__names")

    def with_names(self):
        """Load what the title and the place of each meeting are made of."""
        places = "country", "place_government", "host_government"
        titled = self.with_titles().select_related(*places)
        return titled.prefetch_related("place_government__names")

    def with_attendance(self):
        """Annotate `delegation_count` and `attendee_count`, cancelled ones left out.

        Both are distinct, as the two joins together repeat every row of either.
        """
        coming = ~Q(delegations__status="declined")
        expected = ~Q(delegations__attendees__status="cancelled")
        return self.annotate(
            delegation_count=Count("delegations", filter=coming, distinct=True),
            attendee_count=Count(
                "delegations__attendees", filter=expected, distinct=True
            ),
        )

    def archive(self):
        """Return the editions by number as a list, years without one in their place.

        The conference of 2020 was not held and has no number, but readers look for it
        between 2019 and 2021.
        """
        shown = ~Q(number=None) | Q(status=MeetingStatus.NOT_HELD)
        meetings = self.filter(shown).with_names().order_by("number", "earliest")
        meetings = list(meetings.prefetch_related("citations__source"))
        archive = [meeting for meeting in meetings if meeting.number]
        for gap in (meeting for meeting in meetings if not meeting.number):
            later = (n for n, m in enumerate(archive) if m.is_after(gap))
            # Before the first edition that was held later, else at the end.
            archive.insert(next(later, len(archive)), gap)
        return archive
