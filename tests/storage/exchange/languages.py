"""A language of which every text is known: the English one, in letters that no text has."""

import gettext
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

import domain
import storage
from domain.language import Catalogue, _Speech

METHODS: Final = [("content/*.toml", "builds.texts:extract"), ("**.py", "python")]
MARKS: Final[dict[str, Any]] = {"tr": None, "N_": None, "trn": (1, 2), "trp": ((1, "c"), 2)}
WIDE: Final = {letter: letter + 0xFEE0 for letter in (*range(0x41, 0x5B), *range(0x61, 0x7B))}


def wide(text: str) -> str:
    """The text in that language; what is put in by name keeps its name."""
    return re.sub(r"[^{}]+(?![^{]*})", lambda found: found[0].translate(WIDE), text)


@cache
def wide_letters() -> gettext.GNUTranslations:
    """The catalogue of all texts of the domain and of the storage."""
    texts = Catalog(locale="de")
    for room in (domain, storage):
        folder = Path(str(room.__file__)).parent
        for _, _, said, _, context in extract_from_dir(folder, METHODS, keywords=MARKS):
            string = wide(said) if isinstance(said, str) else tuple(map(wide, said))
            texts.add(said, string, context=context)
    return compiled(texts)


def compiled(texts: Catalog) -> gettext.GNUTranslations:
    """A catalogue as the app has it."""
    file = io.BytesIO()
    write_mo(file, texts)
    file.seek(0)
    return gettext.GNUTranslations(file)


@contextmanager
def speaking(place: str = "de_DE", texts: Catalogue | None = None) -> Iterator[None]:
    """Speak it, or what is in other texts, with the dates and times of a place."""
    before = _Speech.catalogue, _Speech.locale
    _Speech.catalogue, _Speech.locale = texts or wide_letters(), Locale.parse(place)
    try:
        yield
    finally:
        _Speech.catalogue, _Speech.locale = before
