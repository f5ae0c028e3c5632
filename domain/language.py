"""The language that the app speaks: its texts (gettext) and its locale (CLDR, by Babel).

A text is marked where it stands, in English: `tr` says it in the language of now, `trn` in the
singular or the plural, `trp` in a context where one English text means two things. `N_` marks a
text that is said later, by `tr`. `make texts` gathers them into `domain/locales/`, a file a
language; values are put in by name.

There is one journal in a process, so there is one language: `speak` changes it for all of its
pages, which then draw themselves again.
"""

import gettext
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Protocol

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "es": "Español"}
"""Those that all texts are in, as they call themselves."""
_HOME: Final = {"en": "en_GB", "de": "de_DE", "es": "es_ES"}
"""Where each is spoken, for a device that tells of no place."""

_AS_I: Final = re.compile(r"h?[ií](?![aeoáéó])", re.IGNORECASE)
"""How a Spanish word begins that sounds as "y" does."""
_ENDS: Final = (".", "?", "!", "…")


class Catalogue(Protocol):
    """What has the texts of a language: one of gettext's translations."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...


class _Speech:
    heard: Sequence[tuple[str, str]] = ()
    locale: Locale = Locale.parse(_HOME["en"])
    catalogue: Catalogue = gettext.NullTranslations()


def hear(locales: Sequence[tuple[str, str]]) -> None:
    """Take what the device wants to be spoken to in: languages and places, the best one first."""
    _Speech.heard = tuple(locales)


def speak(code: str = "") -> None:
    """Speak a language from now on; without one the first of the device's that there is.

    Dates and weeks are those of the device's place, where the language is spoken there.
    """
    known = [one for one in _Speech.heard if one[0] in LANGUAGES]
    said, place = known[0] if known else ("en", "")
    if code in LANGUAGES:
        said, place = code, _Speech.heard[0][1] if _Speech.heard else ""
    _Speech.catalogue, _Speech.locale = catalogue(said), _locale(said, place)


def locale() -> Locale:
    """The locale of dates, times and numbers."""
    return _Speech.locale


def language() -> str:
    """The code of the language that is spoken."""
    return str(_Speech.locale.language)


@cache
def _locale(code: str, place: str) -> Locale:
    try:
        return Locale(code, place) if place else Locale.parse(_HOME[code])
    except UnknownLocaleError:
        return Locale.parse(_HOME[code])


@cache
def catalogue(code: str) -> Catalogue:
    """The texts of a language."""
    if code == "en":
        return gettext.NullTranslations()
    with files("domain.locales").joinpath(f"{code}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def tr(message: str, /, **values: object) -> str:
    """The text in the language of now, its values put in: `tr("{name} rests", name=...)`."""
    # Of nothing a catalogue tells about itself.
    return _put(_Speech.catalogue.gettext(message) if message else "", values)


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """The text for `n` of something, which stands in it as {n}."""
    return _put(_Speech.catalogue.ngettext(one, many, n), {"n": n, **values})


def trp(context: str, message: str, /, **values: object) -> str:
    """The text as it is meant in a context, which nobody sees."""
    return _put(_Speech.catalogue.pgettext(context, message), values)


def N_(message: str, /) -> str:
    """A text that is said later, by `tr`."""
    return message


def _put(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text


def listed(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    said = format_list(words, locale=_Speech.locale)
    if language() == "es" and len(words) > 1 and _AS_I.match(words[-1]):
        # CLDR has no word for what "y" turns to before its own sound.
        before = said.removesuffix(f" y {words[-1]}")
        return f"{before} e {words[-1]}"
    return said


def in_turn(*texts: str) -> str:
    """ "One. Two": texts that are heard one after another; a sentence gets no second stop."""
    said = ""
    for one in filter(None, map(str.strip, texts)):
        stop = "" if not said else " " if said.endswith(_ENDS) else ". "
        said = f"{said}{stop}{one}"
    return said
