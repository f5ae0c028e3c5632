"""A language that nobody speaks, to see by: "[Šéţţîñĝš ···]" for "Settings".

Each text of the app is in brackets, its letters have marks, and it is longer by a third, as many
are in other languages. What is left outside of brackets is of no text; what has too little room
may have it in a language as well. Days and months are Spanish, so that they are no English either.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Final

from babel.dates import get_day_names, get_month_names

from domain import language
from domain.dates import at_start
from domain.entries import Entry
from domain.naming import names_in
from domain.sheet import shortening
from domain.support import regions

MARKED: Final = str.maketrans(
    "AaCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz", "ÅåÇçĎďÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž"
)
MORE: Final = 0.35
"""How much longer a text is."""
TEXT: Final = re.compile(r"\[[^\[\]]*(?:\]|…)")
"""One without another in it; what is cut has lost its end."""
WORD: Final = re.compile(r"\b[^\W\d_]{2,}\b")
FREE: Final = re.compile(r"\s|^[^\W\d_a-z]")
"""What a person wrote has blanks or begins with a capital; what code keeps has neither."""


class Pseudo:
    """Its texts."""

    def gettext(self, message: str) -> str:
        """A text."""
        said = "".join(
            part if part.startswith("{") else part.translate(MARKED)
            for part in re.split(r"(\{[^{}]*\})", message)
        )
        return f"[{said} {'·' * math.ceil(MORE * len(message))}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A text of one or of many."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """A text as it is meant somewhere."""
        return self.gettext(message)


def written(held: object) -> Iterator[str]:
    """All that a person wrote in entries, and the texts that were kept with it, line by line."""
    if isinstance(held, str):
        if FREE.search(held):
            yield from (line.strip(" .") for line in held.splitlines() if line.strip(" ."))
    elif isinstance(held, Iterable):
        for one in held:
            yield from written(one)
    elif is_dataclass(held):
        for field in fields(held):
            yield from written(getattr(held, field.name))


def without_a_text(*entries: Entry) -> re.Pattern[str]:
    """What is of no text where these are shown: their words, names, addresses, and days."""
    short, words = shortening(names_in(entries)), {*written(entries)}
    sites = (line.site for region in regions() for line in region.lines)
    days = _of_the_calendar()
    own = {*words, *map(short, words), *sites, *days, *language.LANGUAGES.values(), "Meanwhile"}
    longest_first = sorted(own, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _of_the_calendar() -> Iterator[str]:
    yield "de"
    days = (get_day_names(width, locale="es") for width in ("wide", "abbreviated", "short"))
    months = (get_month_names(width, locale="es") for width in ("wide", "abbreviated"))
    for names in (*days, *months):
        for name in names.values():
            yield from (name, at_start(name))


def left(words: str, none: re.Pattern[str]) -> list[str]:
    """The words that are neither of a text, nor put into one, nor of `none`."""
    while (less := TEXT.sub("", words)) != words:
        words = less
    return WORD.findall(none.sub("", words))


def speak_it() -> None:
    """Speak it in this process, whatever language is chosen."""
    language.catalogue = lambda code: Pseudo()  # type: ignore[assignment]
