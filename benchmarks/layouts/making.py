"""Make the list of a number: always the same one of the same seed."""

from dataclasses import dataclass, field
from random import Random

from benchmarks.layouts.files import suffix_of, write
from benchmarks.layouts.grids import Grid
from benchmarks.layouts.headings import Headings
from benchmarks.layouts.people import Inventor
from benchmarks.layouts.registry import LAYOUTS
from benchmarks.layouts.words import Words

SEED = 12


@dataclass
class MadeList:
    """A list as a file, and what is right of it.

    `people` come, each with the values by field that are right; those in `stay_away`,
    of whom there is no more than names, are on the list and do not. `to_follow` are
    texts that stand for people without names. `asks` says that to ask is right.
    """

    number: int
    layout: str
    language: str
    format: str
    encoding: str = ""
    file_name: str = ""
    content: bytes = b""
    delegation: str = ""
    people: list = field(default_factory=list)
    stay_away: list = field(default_factory=list)
    to_follow: list = field(default_factory=list)
    asks: bool = False


class ListMaker:
    """What a layout needs to lay out one list; it tells `made` what is right."""

    def __init__(self, made, random):
        self.made = made
        self.random = random
        self.language = made.language
        self.words = Words(made.language, random)
        self.headings = Headings(self.words, Words("en", random))
        self.inventor = Inventor(self.words)

    def chance(self, of_one):
        return self.random.random() < of_one

    def grid(self, name=None):
        return Grid(name or self.words.one("titles", "sheet"))

    def delegations(self, least=1, most=3):
        """Return the people of one to three governments, each apart."""
        codes = self.inventor.possible_codes()
        count = self.random.randint(least, most)
        return [
            self.inventor.delegation(self.random.randint(2, 3), code)
            for code in self.random.sample(codes, count)
        ]

    def people(self, least=1, most=3):
        return [person for group in self.delegations(least, most) for person in group]

    def expect(self, people, kinds):
        """Tell that these come, with what columns of these kinds show."""
        self.made.people += [person.shown(kinds) for person in people]

    def expect_away(self, people):
        self.made.stay_away += [person.shown(("native", "latin")) for person in people]

    def expect_delegation(self, code):
        """Tell whose the people are, where the file itself does not."""
        self.made.delegation = code


def make(number, seed=SEED, layouts=None):
    """Return the list of a number; one after the other has each layout in turn."""
    names = layouts or list(LAYOUTS)
    random = Random(f"{seed} {number}")
    name = names[number % len(names)]
    layout = LAYOUTS[name]
    made = MadeList(
        number, name, random.choice(layout.languages), layout.draw_format(random)
    )
    grids = layout.lay_out(ListMaker(made, random))
    made.content, made.encoding = write(grids, made.format, made.language, random)
    made.file_name = f"list-{number}.{suffix_of(made.format)}"
    return made
