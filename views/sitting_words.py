"""How a sitting is told of in a line, and how one feels toward a part, in words."""

from collections.abc import Mapping
from typing import Final

from domain.entries import OPEN_TOWARD, Sitting, Toward

TOWARD_WORDS: Final[dict[Toward, str]] = {
    "curious": "curious",
    "annoyed": "annoyed",
    "neutral": "neutral",
    "scared": "scared",
    "caring": "caring",
    "swept_up": "swept up",
    "okay": "okay",
    "want_it_gone": "want it gone",
    "unsure": "unsure",
}
NOTE_IT: Final[dict[Toward, str]] = {
    "annoyed": "Note the annoyed one",
    "scared": "Note the scared one",
    "swept_up": "Note the one that is swept up",
    "want_it_gone": "Note the one that wants it gone",
    "unsure": "Note the unsure one",
}


def with_whom(sitting: Sitting, names: Mapping[str, str]) -> str:
    """The name of the part, or of the two."""
    known = [names[id] for id in (sitting.part, sitting.other) if id in names]
    return " and ".join(known)


def sitting_in_words(sitting: Sitting, names: Mapping[str, str]) -> str:
    """One line: the first thing that was written, or what became of it."""
    who = with_whom(sitting, names)
    title = f"A look inward with {who}" if who else "A look inward"
    if sitting.stage == "no_answer":
        return f"{title}. It didn't want to answer"
    said = next((one.text.strip() for one in sitting.written if one.text.strip()), "")
    return f"{title}: {said}" if said else title


def toward_in_words(toward: tuple[Toward, ...]) -> str:
    """What was felt toward a part."""
    return ", ".join(TOWARD_WORDS[one] for one in toward)


def note_it(toward: tuple[Toward, ...]) -> str:
    """The offer to note what stands in front."""
    closing = [one for one in toward if one not in OPEN_TOWARD]
    return NOTE_IT[closing[0]] if len(closing) == 1 else "Note what is in front"
