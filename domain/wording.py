"""What the app calls what is chosen, on its screens and in the files that people read.

The tables are in English, to be said by `tr` or `said`.
"""

from collections.abc import Mapping
from typing import Any, Final

from domain.entries import (
    Blend,
    Change,
    CouldSay,
    FeltOff,
    HeldBack,
    HeldBackGoes,
    Limit,
    MomentKind,
    MoreSay,
    Need,
    PointState,
    Repair,
    Role,
    Seen,
    Source,
    Status,
    Talked,
    Toward,
    TurnedOut,
)
from domain.language import N_, tr, trp

CANT: Final = N_("Can't tell")
MOMENTS: Final[dict[MomentKind, str]] = {
    "good": N_("Something good"),
    "miss": N_("A miss"),
    "rupture": N_("Something went off"),
    "limit": N_("A limit"),
    "need": N_("A need"),
    "other": N_("Something else"),
}
REPAIRS: Final[dict[Repair, str]] = {
    "open": N_("open"),
    "partly": N_("partly mended"),
    "mended": N_("mended"),
    "not_wanted": N_("I don't want to mend it"),
    "not_safe": N_("not safe to mend"),
}
COULD_SAY: Final[dict[CouldSay, str]] = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "no": N_("No"),
    "not_safely": N_("Not safely"),
}
MORE_SAY: Final[dict[MoreSay, str]] = {
    "them": N_("Them"),
    "shared": N_("Shared"),
    "me": N_("Me"),
    "system": N_("A system"),
    "unsure": N_("Not sure"),
}
FELT: Final[dict[Seen, str]] = {
    "visible": N_("visible"),
    "unseen": N_("unseen"),
    "safe": N_("safe"),
    "on_guard": N_("on guard"),
}
NEEDS: Final[dict[Need, str]] = {
    "known": N_("I knew it"),
    "said": N_("I said it"),
    "met": N_("It was met"),
}
LIMITS: Final[dict[Limit, str]] = {
    "said": N_("I said it"),
    "respected": N_("It was respected"),
    "missed": N_("It was missed"),
}
TURNED_OUT: Final[dict[TurnedOut, str]] = {
    "confirmed": N_("It went like that"),
    "surprised": N_("I was surprised"),
}
STATUS: Final[dict[Status, str]] = {
    "planned": N_("nothing noted"),
    "happened": N_("happened"),
    "cut_short": N_("cut short"),
    "they_cancelled": N_("they cancelled"),
    "they_did_not_come": N_("they didn't come"),
    "i_cancelled": N_("I cancelled"),
    "break": N_("a break"),
    "ended": N_("therapy ended"),
}
HELD_BACK: Final[dict[HeldBack, str]] = {
    "no": N_("No"),
    "little": N_("A little"),
    "lot": N_("A lot"),
    "cant_tell": CANT,
}
GOES: Final[dict[HeldBackGoes, str]] = {
    "next_time": N_("For next time"),
    "only_me": N_("Only for me"),
    "let_go": N_("Leave it"),
}
FELT_OFF: Final[dict[FeltOff, str]] = {
    "no": N_("Not that I noticed"),
    "wobble": N_("A small wobble"),
    "yes": N_("Yes"),
    "cant_tell": CANT,
}
TALKED: Final[dict[Talked, str]] = {
    "yes": N_("Yes"),
    "partly": N_("Partly"),
    "not_yet": N_("Not yet"),
    "not_wanted": N_("I don't want to"),
    "not_safe": N_("Not safe to"),
}
TOWARD: Final[dict[Toward, str]] = {
    "curious": N_("curious"),
    "annoyed": N_("annoyed"),
    "neutral": N_("neutral"),
    "scared": N_("scared"),
    "caring": N_("caring"),
    "swept_up": N_("swept up"),
    "okay": N_("okay"),
    "want_it_gone": N_("want it gone"),
    "unsure": N_("unsure"),
}
ROLES: Final[dict[Role, str]] = {
    "works_ahead": N_("Works ahead"),
    "jumps_in_fast": N_("Jumps in fast"),
    "tender": N_("Tender"),
    "other": N_("Something else"),
    "unsure": N_("Not sure yet"),
}
PART_FACTS: Final = {
    "about": N_("In a few words"),
    "says": N_("What it says, in its own words"),
    "wakes": N_("What wakes it up"),
    "good_at": N_("What it is good at"),
    "hopes": N_("What it hopes for"),
    "worries": N_("What it worries about"),
}
AFTER: Final = {
    "zest": N_("Energy"),
    "clarity": N_("Seeing things clearly"),
    "worth": N_("Feeling that I matter"),
    "action": N_("Able to do things"),
    "wanting": N_("Wanting more contact"),
}
CHANGES: Final[dict[Change, str]] = {"less": N_("less"), "same": N_("same"), "more": N_("more")}
APPS: Final[dict[Source, str]] = {
    "daylio": "Daylio",
    "how_we_feel": "How We Feel",
    "bearable": "Bearable",
    "pixels": "Pixels",
    "presently": "Presently",
    "day_one": "Day One",
    "daily_you": "Daily You",
    "my_brain": "My Brain",
    "meanwhile": "Meanwhile",
}
"""The names of the apps whose files come in."""


def said(words: Mapping[Any, str], one: str | None) -> str:
    """What a table calls it, in the language of now; nothing of what is not in it."""
    return tr(words[one]) if one in words else ""


def answers(words: Mapping[Any, str]) -> list[tuple[str, str]]:
    """What can be chosen of a table, each with what it is called in the language of now."""
    return [(one, tr(label)) for one, label in words.items()]


def how_much(blend: Blend) -> str:
    """How much of the person a part was."""
    return {
        "all": trp("how much of you", "all"),
        "most": trp("how much of you", "most"),
        "half": trp("how much of you", "half"),
        "corner": trp("how much of you", "a corner"),
    }[blend]


def here(name: str, blend: Blend) -> str:
    """A part that was here, and how much of the person it was: "Moss (half)"."""
    return f"{name} ({how_much(blend)})" if blend else name


def states() -> dict[PointState, str]:
    """What became of what is to be brought, in the order in which it is told."""
    return {
        "open": tr("On the list"),
        "later": trp("a list", "Later"),
        "brought": trp("a list", "Brought"),
        "let_go": trp("a list", "Let go"),
    }
