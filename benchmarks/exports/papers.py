"""The first paper that a process makes."""

import json
import sys

from benchmarks.measuring import Log
from meetings.documents.papers import PAPERS
from meetings.models import Meeting


def main(key, languages, meeting_id):
    """Print its seconds and its queries."""
    meeting, log = Meeting.objects.get(pk=meeting_id), Log()
    log.time(key, PAPERS[key].pdf, meeting, languages.split(), False)
    sys.stdout.write(json.dumps([log.seconds[key][0], log.queries[key]]))
