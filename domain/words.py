"""Words for feelings and for the body: near the tapped place, or found by a search.

The shipped ones are kept in English, whatever language they are said and chosen in.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from domain.entries import STEPS, UP_TO, CheckIn
from domain.language import trp

NEAR: Final = 6
ANYWHERE: Final = 2
QUARTERS: Final = ("more_energy_hard", "more_energy_easy", "less_energy_hard", "less_energy_easy")


@cache
def _shipped() -> dict[str, tuple[str, ...]]:
    text = files("domain.content").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


@cache
def _contexts() -> dict[str, str]:
    """What each shipped word is for; one that is for both is said like a feeling."""
    feelings = (word for group in quarters() for word in group)
    return dict.fromkeys(body_words(), "body") | dict.fromkeys(feelings, "feeling")


def body_words() -> tuple[str, ...]:
    """The words for the body."""
    return _shipped()["body"]


def said(word: str) -> str:
    """A word as it is called in the language of now; one of the person's own as they typed it."""
    return trp(_contexts()[word], word) if word in _contexts() else word


def by_name() -> dict[str, str]:
    """The shipped words by what they are called, in English and in the language of now."""
    return {word: word for word in _contexts()} | {
        said(word).casefold(): word for word in _contexts()
    }


def kept(typed: str) -> str:
    """A word that was typed as it is kept: the shipped one that is called so, or one's own."""
    word = " ".join(typed.split())
    return by_name().get(word.casefold(), word)


def quarter_of(pleasantness: int, energy: int) -> str:
    """The quarter of the pad that a cell lies in; the middle row and column count as more."""
    middle = (STEPS + 1) // 2
    return (
        f"{'more' if energy >= middle else 'less'}_energy_"
        f"{'easy' if pleasantness >= middle else 'hard'}"
    )


def quarters() -> tuple[tuple[str, ...], ...]:
    """All feeling words, a tuple for each quarter and a last one for those that fit anywhere."""
    shipped = _shipped()
    return tuple(shipped[name] for name in (*QUARTERS, "anywhere"))


def near(place: tuple[int, int] | None, own: Iterable[str] = ()) -> tuple[str, ...]:
    """The words to offer first: six of the tapped quarter, then two that fit anywhere.

    Without a place, the words that fit anywhere come first; `own` words stand before both.
    """
    anywhere = _shipped()["anywhere"]
    if place is None:
        return (*own, *anywhere[: NEAR + ANYWHERE])
    return (*own, *_shipped()[quarter_of(*place)][:NEAR], *anywhere[:ANYWHERE])


def toggled(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    """The words with one more or one less; at three, one more changes nothing."""
    if word in words:
        return tuple(one for one in words if one != word)
    return words if len(words) >= UP_TO else (*words, word)


def matching(typed: str, words: Iterable[str]) -> tuple[str, ...]:
    """The words that are called by what was typed, those that begin with it first."""
    wanted = typed.strip().casefold()
    called = {word: said(word).casefold() for word in words}
    found = [word for word in called if wanted in called[word]]
    return tuple(sorted(found, key=lambda word: not called[word].startswith(wanted)))


def most_used(check_ins: Iterable[CheckIn], up_to: int) -> list[tuple[str, int]]:
    """The words for feelings and body chosen most often, with how often; ties by first use."""
    return Counter(word for one in check_ins for word in (*one.feelings, *one.body)).most_common(
        up_to
    )
