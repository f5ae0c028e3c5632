"""How a sitting is told of in a line, and how one feels toward a part, in words."""

from collections.abc import Mapping
from typing import Final

from domain import wording
from domain.entries import OPEN_TOWARD, Sitting, Toward
from domain.language import N_, in_turn, listed, tr, trp

NOTE_IT: Final[dict[Toward, str]] = {
    "annoyed": N_("Note the annoyed one"),
    "scared": N_("Note the scared one"),
    "swept_up": N_("Note the one that is swept up"),
    "want_it_gone": N_("Note the one that wants it gone"),
    "unsure": N_("Note the unsure one"),
}


def with_whom(sitting: Sitting, names: Mapping[str, str]) -> str:
    """The name of the part, or of the two."""
    return listed([names[id] for id in (sitting.part, sitting.other) if id in names])


def sitting_in_words(sitting: Sitting, names: Mapping[str, str]) -> str:
    """One line: the first thing that was written, or what became of it."""
    who = with_whom(sitting, names)
    title = tr("A look inward with {who}", who=who) if who else tr("A look inward")
    if sitting.stage == "no_answer":
        return in_turn(title, trp("a part", "It didn't want to answer"))
    said = next((one.text.strip() for one in sitting.written if one.text.strip()), "")
    return f"{title}: {said}" if said else title


def toward_in_words(toward: tuple[Toward, ...]) -> str:
    """What was felt toward a part."""
    return ", ".join(tr(wording.TOWARD[one]) for one in toward)


def note_it(toward: tuple[Toward, ...]) -> str:
    """The offer to note what stands in front."""
    closing = [one for one in toward if one not in OPEN_TOWARD]
    return tr(NOTE_IT[closing[0]]) if len(closing) == 1 else tr("Note what is in front")
