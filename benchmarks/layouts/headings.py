"""Headings as forms write them: bilingual, spaced out, starred, numbered, broken."""

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
ENGLISH_BESIDE = ("{0} / {1}", "{0}\n{1}", "{0} ({1})", "{1} {0}", "{0}({1})")
STARS = {
    "ko": ("{0}*", "*{0}", "{0} (필수)", "{0}\n(필수)"),
    "ja": ("{0}※", "{0}*", "{0}【必須】", "{0}（必須）"),
    "zh": ("{0}*", "*{0}", "{0}（必填）", "{0}(必填)"),
    "en": ("{0}*", "{0} *", "{0} (required)", "* {0}"),
}
BLANKS = {"ko": (" ", "    "), "ja": ("　", " 　"), "zh": (" ", "　　"), "en": (" ",)}
# Which manner a whole list has; most have none.
MANNERS = (
    "plain",
    "plain",
    "plain",
    "bilingual",
    "spaced",
    "starred",
    "numbered",
    "broken",
)


class Headings:
    """The headings of one list, in one manner, none twice."""

    def __init__(self, words, english):
        self.words = words
        self.english = english
        self.random = words.random
        self.manner = self.random.choice(MANNERS)
        self.taken = set()

    def of(self, kinds):
        """Return a heading for each kind of column."""
        return [self.one(kind, place) for place, kind in enumerate(kinds)]

    def one(self, kind, place=0):
        words = self.words.all("headings", kind)
        free = [word for word in words if word not in self.taken] or words
        word = self.random.choice(free)
        self.taken.add(word)
        return self.in_manner(kind, word, place)

    def in_manner(self, kind, word, place):
        manner = getattr(self, self.manner, None)
        return manner(kind, word, place) if manner else word

    def bilingual(self, kind, word, place):
        """Write the English heading beside the own one, if that is not in English."""
        is_own = self.words.language != "en" and not word.isascii()
        if not is_own or not self.english.has("beside", kind) or len(word) > 8:
            return word
        shape = self.random.choice(ENGLISH_BESIDE)
        return shape.format(word, self.english.one("beside", kind))

    def spaced(self, kind, word, place):
        """Space out a word of two characters: 성    명."""
        if len(word) == 2 and not word.isascii():
            return self.random.choice(BLANKS[self.words.language]).join(word)
        return word

    def starred(self, kind, word, place):
        if kind in ("name", "government", "phone", "email", "latin"):
            return self.random.choice(STARS[self.words.language]).format(word)
        return word

    def numbered(self, kind, word, place):
        if self.random.random() < 0.5:
            return f"{place + 1}. {word}"
        return f"{CIRCLED[place % len(CIRCLED)]}{word}"

    def broken(self, kind, word, place):
        """Break the line before a bracket, or between two characters."""
        for bracket in "(（":
            if word.find(bracket) > 0:
                return word.replace(bracket, f"\n{bracket}", 1)
        is_short = len(word) == 2 and not word.isascii()
        return "\n".join(word) if is_short else word
