"""Names that a text may be a misspelling of."""

import re
from collections import defaultdict

from rapidfuzz import fuzz, process

HANGUL = re.compile("[\uac00-\ud7a3]")
# How similar to a name, of 100, a text must be to count as a misspelling of it. Names
# in Han and Hangul have few characters, of which one wrong one weighs more.
MIN_SIMILARITY = {"latin": 72, "hangul": 60, "han": 60}
# How much less similar than the most similar name another one may be.
MAX_LESS_SIMILAR = 15
MAX_NAMES = 20  # several may be of one body


class Spellings:
    """Folded names, of which those like a text are looked for in its own script."""

    def __init__(self, names):
        self.names = defaultdict(list)
        for name in names:
            self.names[script_of(name)].append(name)

    def like(self, *keys):
        """Return the names that are like one of some folded texts, the likest first."""
        similar = {}
        for key in keys:
            for name, score, _position in self._matches(key):
                similar[name] = max(score, similar.get(name, 0))
        least = max(similar.values(), default=0) - MAX_LESS_SIMILAR
        likest_first = sorted(similar, key=similar.get, reverse=True)
        return [name for name in likest_first if similar[name] >= least]

    def _matches(self, key):
        script = script_of(key)
        return process.extract(
            key,
            self.names[script],
            scorer=fuzz.ratio,
            score_cutoff=MIN_SIMILARITY[script],
            limit=MAX_NAMES,
        )


def script_of(text):
    if text.isascii():
        return "latin"
    return "hangul" if HANGUL.search(text) else "han"
