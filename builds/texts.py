"""What Babel gathers for the catalogues from `domain/content/`: a method of `pybabel extract`.

Which texts stand there is in `[tool.babel]` of pyproject.toml; words of feelings and of the body
have a context, as the same word means other things elsewhere.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any, Final

FOUND = tuple[int, str, str | tuple[str, str], list[str]]
TEXTS: Final = frozenset(("text", "name", "for_whom", "hours", "emergency_note"))
"""The keys of what people read, in tables of prompts, regions and lines."""


def extract(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[FOUND]:
    """Each text of a TOML file as Babel wants it: line, function, message, comments."""
    for context, words in _lists(content := tomllib.loads(file.read().decode())):
        for word in words:
            yield 0, "trp", (context, word), []
    for text in _texts(content):
        yield 0, "tr", text, []


def _lists(content: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name, value in content.items():
        if all(isinstance(one, str) for one in value):
            yield ("body" if name == "body" else "feeling"), value


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif key in TEXTS and any(map(str.isalpha, value)):
        yield value
