"""The catalogues: every text of the app is in them, translated, and as the app speaks."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from string import Formatter
from typing import Final

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from builds.texts import LOCALES, MARKS, ROOT, gathered, updated
from domain.language import LANGUAGES
from domain.words import body_words, quarters

ROOMS: Final = ("domain", "storage", "views")
OTHERS: Final = tuple(code for code in LANGUAGES if code != "en")
NEVER: Final = {
    "de": (
        *("soll", "sollst", "sollt", "sollte", "solltest", "sollten", "muss", "musst", "müssen"),
        *("müsst", "müsste", "warum", "wieso", "weshalb", "gesund", "ungesund", "toxisch"),
        *("auslöser", "getriggert", "symptom", "symptome", "rückfall", "patient", "patientin"),
        *("verpasst", "versäumt", "super", "bravo", "toll", "prima", "punktzahl", "erkenntnisse"),
        *("er/sie", "sie/er", "therapeut", "therapeutin"),
    ),
    "es": (
        *("debes", "debe", "deben", "debería", "deberías", "deberían", "porqué", "saludable"),
        *("tóxico", "tóxica", "desencadenante", "síntoma", "síntomas", "recaída", "paciente"),
        *("pacientes", "bravo", "genial", "felicidades", "puntuación", "hallazgos", "usted"),
    ),
}
"""Words that WORDING.md keeps out of the English texts, as they would be here."""
NEVER_SAID: Final = {
    "de": re.compile(r"!|\bguter Tag\b|\bschlechter Tag\b|\bgut gemacht\b", re.IGNORECASE),
    "es": re.compile(r"[!¡]|\bpor qué\b|\btienes que\b|\bbuen trabajo\b", re.IGNORECASE),
}


@cache
def texts() -> Catalog:
    """All texts of the app."""
    return gathered()


@cache
def catalogue(code: str) -> Catalog:
    """What a language has of them."""
    with (LOCALES / f"{code}.po").open("rb") as file:
        return read_po(file)


def said(one: Message) -> Iterator[tuple[str, str]]:
    """The English of a text with what is said for it; both of a singular and a plural."""
    if isinstance(one.id, str):
        yield one.id, str(one.string)
    else:
        yield from zip(one.id, one.string or (), strict=True)


def all_said(code: str) -> Iterator[tuple[str, str]]:
    """The same of all texts of a language."""
    for one in catalogue(code):
        if one.id:
            yield from said(one)


def keys(of: Catalog) -> set[object]:
    """What tells its texts apart."""
    return {(one.context, one.id) for one in of if one.id}


def values(text: str) -> Counter[str]:
    """What is put into a text by name."""
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def outside(text: str) -> tuple[str, str]:
    """The white space before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def test_there_is_a_catalogue_for_each_language_but_the_english_of_the_texts() -> None:
    assert sorted(file.stem for file in LOCALES.glob("*.po")) == sorted(OTHERS)


@pytest.mark.parametrize("code", OTHERS)
def test_it_has_every_text_of_the_app_and_no_other(code: str) -> None:
    have, wanted = keys(catalogue(code)), keys(texts())
    assert not wanted - have
    assert not have - wanted
    assert not catalogue(code).obsolete


def test_every_text_that_is_marked_is_found() -> None:
    # Babel sees no call in the braces of an f-string.
    found = {one.id if isinstance(one.id, str) else one.id[0] for one in texts()}
    assert [text for text in marked() if text not in found] == []


def marked() -> Iterator[str]:
    """The English texts in the calls that say them."""
    for file in (one for room in ROOMS for one in (ROOT / room).rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                texts = [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
                if call.func.id in MARKS:
                    yield from texts[call.func.id == "trp" :][:1]


@pytest.mark.parametrize("code", OTHERS)
def test_gathering_the_texts_again_changes_nothing(code: str) -> None:
    po = (LOCALES / f"{code}.po").read_text(encoding="utf-8")
    assert updated(po, texts()) == po, "make texts"


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated_and_none_is_a_guess(code: str) -> None:
    assert [one.id for one in catalogue(code) if one.id and one.fuzzy] == []
    assert [english for english, here in all_said(code) if not here.strip()] == []


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_put_in_is_what_the_english_has(code: str) -> None:
    assert [
        (english, here) for english, here in all_said(code) if values(english) != values(here)
    ] == []


@pytest.mark.parametrize("code", OTHERS)
def test_white_space_around_a_text_is_that_of_the_english(code: str) -> None:
    assert [
        (english, here) for english, here in all_said(code) if outside(english) != outside(here)
    ] == []


@pytest.mark.parametrize("code", OTHERS)
def test_it_says_nothing_that_the_app_never_says(code: str) -> None:
    never = set(NEVER[code])
    # The sample is as somebody would write it.
    of_the_app = {
        one.id if isinstance(one.id, str) else one.id[0]
        for one in texts()
        if any(not file.startswith("domain/sample/") for file, _ in one.locations)
    }
    assert [
        here
        for one in catalogue(code)
        if (one.id if isinstance(one.id, str) else one.id[0]) in of_the_app
        for _, here in said(one)
        if never & set(re.findall(r"[\w/]+(?!:\w)", here.casefold()))
        or NEVER_SAID[code].search(here)
    ] == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_two_words_for_feelings_and_the_body_are_called_the_same(code: str) -> None:
    # One that is for both is said like a feeling.
    context = dict.fromkeys(body_words(), "body")
    context |= dict.fromkeys((word for group in quarters() for word in group), "feeling")
    called = Counter(
        str(one.string).casefold()
        for one in catalogue(code)
        if one.context and context.get(str(one.id)) == one.context
    )
    assert called.total() == len(context)
    assert [word for word, times in called.items() if times > 1] == []


def test_a_text_with_a_plural_is_nowhere_one_without() -> None:
    firsts = Counter(
        (one.context, one.id if isinstance(one.id, str) else one.id[0]) for one in texts() if one.id
    )
    assert [key for key, times in firsts.items() if times > 1] == []
