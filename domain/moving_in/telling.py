"""What one record says in the words of this journal, whoever it names still by their name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from domain import words
from domain.entries import UP_TO, USES, Answer, Use
from domain.language import tr
from domain.moving_in.meaning import Meaning, called, called_tag, on_scale, tidy
from domain.moving_in.record import Found, Record, Tagged

WORD_MAX: Final = 60
"""Letters that a word or a name may have here; what is longer goes into the note."""

Names = dict[str, str]
"""Names as they are spelled, by what they are `called`: each once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """The answers, words and note of a check-in, and the names of the people and parts in it."""

    pleasantness: Answer = None
    energy: Answer = None
    feelings: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record beside what it becomes."""

    was: Record
    becomes: Told


def preview(found: Found, meaning: Meaning, up_to: int) -> tuple[Row, ...]:
    """The first records as they are in the file, each beside what it becomes; notes are whole."""
    tell = teller(meaning)
    return tuple(Row(one, tell(one)) for one in found.records[:up_to])


def teller(meaning: Meaning) -> Callable[[Record], Told]:
    """What tells a record, by what its moods and tags mean.

    Nothing is lost but the tags that the person wants nothing of: what has no room among three
    words, or is too long for one, stands in the last line of the note.
    """
    answers = {called(one.name): one.pleasantness for one in meaning.moods}
    uses = {called_tag(one): one.use for one in meaning.tags}
    ours = words.by_name()

    # The same tags come again and again.
    @cache
    def understood(tag: Tagged) -> tuple[Use, str]:
        name, use = tidy(tag.name), uses.get(called_tag(tag), "note")
        return use if len(name) <= WORD_MAX or use == "nothing" else "note", name

    def tell(record: Record) -> Told:
        named: dict[Use, Names] = {use: {} for use in USES}
        for use, name in map(understood, record.tags):
            if name:
                named[use][name.casefold()] = name
        feelings, more = _three(_distinct(record.words) | named["feeling"], ours)
        body, rest = _three(named["body"], ours)
        return Told(
            pleasantness=_pleasantness(record, answers),
            energy=on_scale(record.energy) if record.energy else None,
            feelings=feelings,
            body=body,
            people=tuple(named["person"].values()),
            parts=tuple(named["part"].values()),
            note=_note(record, named["note"] | more | rest),
        )

    return tell


def _distinct(words: Iterable[str]) -> Names:
    return {word.casefold(): word for word in map(tidy, words) if word}


def _three(named: Names, ours: Names) -> tuple[tuple[str, ...], Names]:
    """The first three words that have room, ours as they are kept, and all others."""
    kept = [key for key, word in named.items() if len(word) <= WORD_MAX][:UP_TO]
    spelled = dict.fromkeys(ours.get(key, named[key]) for key in kept)
    return tuple(spelled), {key: word for key, word in named.items() if key not in kept}


def _pleasantness(record: Record, answers: Mapping[str, Answer]) -> Answer:
    """The lower middle one of what its moods mean; "can't tell" where that is all they do."""
    told = [answers.get(called(mood.name)) for mood in record.moods]
    steps = sorted(one for one in told if isinstance(one, int))
    if steps:
        return steps[(len(steps) - 1) // 2]
    return next((one for one in told if one is not None), None)


def _note(record: Record, tags: Names) -> str:
    last = tr("Tags: {tags}", tags=", ".join(tags.values())) if tags else ""
    return "\n".join(filter(None, (record.title.strip(), record.note.strip(), last)))
