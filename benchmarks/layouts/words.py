"""What forms call things, names to invent people from, and governments; all listed."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("ko", "ja", "zh", "en")
COUNTRY_OF = {"ko": "KR", "ja": "JP", "zh": "CN"}


@cache
def listed(name):
    """Return what stands in a TOML file beside this module."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


class Words:
    """The words of one language, drawn at random."""

    def __init__(self, language, random):
        self.language = language
        self.random = random
        self.sections = listed("words")[language]

    def all(self, section, key):
        return self.sections[section][key]

    def one(self, section, key, **filled_in):
        """Return one of the words, with what its braces stand for."""
        return self.random.choice(self.all(section, key)).format(**filled_in)

    def several(self, section, key, most):
        words = self.all(section, key)
        return self.random.sample(words, self.random.randint(0, min(most, len(words))))

    def has(self, section, key):
        return key in self.sections[section]
