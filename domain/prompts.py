"""Questions to write to. Any of them can be left; none is asked twice in a row."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from domain.entries import PartWord
from domain.language import tr

OWN: Final = "own"
"""The set of what the person wrote."""
Depth = Literal["light", "gated"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question: the set it belongs to, and how it is written, a shipped one in English.

    Those of parts have a family, the kind of noticing. A gated one is asked only in a sitting
    whose gate is open.
    """

    id: str
    set: str
    written: str
    family: str = ""
    depth: Depth = "light"

    @property
    def text(self) -> str:
        """It as it is shown, in the language of now; what the person wrote stays as it is."""
        return self.written if self.set == OWN else tr(self.written)

    def worded(self, word: PartWord) -> "Prompt":
        """With the person's own word for a part; what they wrote themselves stays as it is."""
        return self if self.set == OWN else replace(self, written=word.put_into(self.text))


@cache
def _shipped() -> tuple[Prompt, ...]:
    text = files("domain.content").joinpath("prompts.toml").read_text(encoding="utf-8")
    return tuple(
        Prompt(one["id"], one["set"], one["text"], one.get("family", ""), one.get("depth", "light"))
        for one in tomllib.loads(text)["prompt"]
    )


@cache
def prompts(set: str) -> tuple[Prompt, ...]:
    """The prompts of a set, in their order."""
    return tuple(one for one in _shipped() if one.set == set)


@cache
def of_families(*families: str, depth: Depth = "light") -> tuple[Prompt, ...]:
    """The prompts of parts of some families and that depth, in their order."""
    parts = prompts("parts")
    return tuple(one for one in parts if one.family in families and one.depth == depth)


def find_prompt(id: str) -> Prompt | None:
    """The prompt with that id; None where none is shipped."""
    return next((one for one in _shipped() if one.id == id), None)


def prompt(id: str) -> Prompt:
    """The prompt with that id. Raises KeyError."""
    found = find_prompt(id)
    if found is None:
        raise KeyError(id)
    return found


def following(of: Sequence[Prompt], id: str) -> Prompt:
    """The prompt after the one with that id, and the first after the last one or an unknown id."""
    ids = [one.id for one in of]
    return of[(ids.index(id) + 1) % len(of) if id in ids else 0]
