"""Words for feelings and for the body: near the tapped place, or found by a search."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from domain.entries import STEPS, UP_TO, CheckIn

NEAR: Final = 6
ANYWHERE: Final = 2
QUARTERS: Final = ("more_energy_hard", "more_energy_easy", "less_energy_hard", "less_energy_easy")


@cache
def _shipped() -> dict[str, tuple[str, ...]]:
    text = files("domain.content").joinpath("words.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}


def body_words() -> tuple[str, ...]:
    """The words for the body."""
    return _shipped()["body"]


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
    """The words that hold what was typed, those that begin with it first."""
    wanted = typed.strip().casefold()
    found = [word for word in words if wanted in word.casefold()]
    return tuple(sorted(found, key=lambda word: not word.casefold().startswith(wanted)))


def most_used(check_ins: Iterable[CheckIn], up_to: int) -> list[tuple[str, int]]:
    """The words for feelings and body chosen most often, with how often; ties by first use."""
    return Counter(word for one in check_ins for word in (*one.feelings, *one.body)).most_common(
        up_to
    )
