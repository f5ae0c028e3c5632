"""Questions to write to. Any of them can be left; none is asked twice in a row."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question: the set it belongs to, and its text as it is shown."""

    id: str
    set: str
    text: str


@cache
def _shipped() -> tuple[Prompt, ...]:
    text = files("domain.content").joinpath("prompts.toml").read_text(encoding="utf-8")
    return tuple(
        Prompt(one["id"], one["set"], one["text"]) for one in tomllib.loads(text)["prompt"]
    )


@cache
def prompts(set: str) -> tuple[Prompt, ...]:
    """The prompts of a set, in their order."""
    return tuple(one for one in _shipped() if one.set == set)


def prompt(id: str) -> Prompt:
    """The prompt with that id. Raises KeyError."""
    for one in _shipped():
        if one.id == id:
            return one
    raise KeyError(id)


def following(of: Sequence[Prompt], id: str) -> Prompt:
    """The prompt after the one with that id, and the first after the last one or an unknown id."""
    ids = [one.id for one in of]
    return of[(ids.index(id) + 1) % len(of) if id in ids else 0]
