"""The texts of the app, gathered into the catalogues of its languages: `make texts`.

Where they stand is in `[tool.babel]` of pyproject.toml. Each keeps its place in a catalogue; a new
one comes behind those of its file, untranslated, and one that is gone is left out.
"""

import io
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

FOUND = tuple[int, str, str | tuple[str, str], list[str]]
ROOT: Final = Path(__file__).parents[1]
LOCALES: Final = ROOT / "domain/locales"
MARKS: Final[dict[str, Any]] = {"tr": None, "N_": None, "trn": (1, 2), "trp": ((1, "c"), 2)}
"""What marks a text, and which of its arguments are one: a context is of it too."""
TEXTS: Final = frozenset(("text", "name", "for_whom", "hours", "emergency_note"))
"""The keys of what people read, in tables of prompts, regions and lines."""


def extract(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[FOUND]:
    """Each text of a TOML file of `domain/content/` as Babel wants it: line, mark, text, comments.

    Words of feelings and of the body have a context: they mean other things elsewhere.
    """
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


def gathered() -> Catalog:
    """All texts of the app, in the order of its files."""
    texts = Catalog()
    for file, line, said, _, context in sorted(
        extract_from_dir(ROOT, _methods(), keywords=MARKS), key=lambda one: one[:2]
    ):
        texts.add(said, locations=[(file, line)], context=context)
    return texts


def _methods() -> list[tuple[str, str]]:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]
    return [
        (pattern, told["extractors"].get(one["method"], one["method"]))
        for one in told["mappings"]
        for pattern in ([one["pattern"]] if isinstance(one["pattern"], str) else one["pattern"])
    ]


def updated(po: str, texts: Catalog) -> str:
    """The words of a catalogue's file, with all of these texts and no others."""
    known = read_po(io.StringIO(po))
    now = Catalog()
    # How many plurals there are is told here: CLDR has one more for Spanish.
    now.mime_headers = known.mime_headers
    for one in _in_place(known, texts):
        before = known.get(one.id, one.context) if one.id else None
        string = before.string if before is not None and before.id == one.id else None
        comments = before.user_comments if before is not None else ()
        now.add(one.id, string, one.locations, context=one.context, user_comments=comments)
    written = io.BytesIO()
    # Babel's own header has the time of the day, and people that there are not.
    write_po(written, now, width=0, include_lineno=False, omit_header=True)
    header, _, _ = po.partition("\n\n")
    return f"{header}\n\n{written.getvalue().decode().rstrip()}\n"


def _in_place(known: Catalog, texts: Iterable[Message]) -> list[Message]:
    """The texts, as they stand in a catalogue; what it lacks is behind what is of its file."""
    places = {_key(one): place for place, one in enumerate(known)}
    last = {file: place for place, one in enumerate(known) for file, _ in one.locations[:1]}

    def place(one: Message) -> tuple[int, bool]:
        if (key := _key(one)) in places:
            return places[key], False
        return last.get(one.locations[0][0], len(places)), True

    return sorted((one for one in texts if one.id), key=place)


def _key(one: Message) -> tuple[str | None, str]:
    return one.context, one.id if isinstance(one.id, str) else one.id[0]


def main() -> None:
    """Bring the catalogues up to date."""
    texts = gathered()
    for file in sorted(LOCALES.glob("*.po")):
        file.write_text(updated(file.read_text(encoding="utf-8"), texts), encoding="utf-8")


if __name__ == "__main__":
    main()
