"""What the app calls things, for files that people read: the same words as on its screens."""

from typing import Final

from domain.entries import (
    Blend,
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

CANT: Final = "Can't tell"
EASE: Final = ("very hard", "hard", "a bit hard", "in between", "a bit easy", "easy", "very easy")
ENERGY: Final = ("very low", "low", "a bit low", "medium", "a bit high", "high", "very high")
BLENDS: Final[dict[Blend, str]] = {
    "": "",
    "all": "all",
    "most": "most",
    "half": "half",
    "corner": "a corner",
}
MOMENTS: Final[dict[MomentKind, str]] = {
    "good": "Something good",
    "miss": "A miss",
    "rupture": "Something went off",
    "limit": "A limit",
    "need": "A need",
    "other": "Something else",
}
REPAIRS: Final[dict[Repair, str]] = {
    "open": "open",
    "partly": "partly mended",
    "mended": "mended",
    "not_wanted": "I don't want to mend it",
    "not_safe": "not safe to mend",
}
COULD_SAY: Final[dict[CouldSay, str]] = {
    "yes": "Yes",
    "partly": "Partly",
    "no": "No",
    "not_safely": "Not safely",
}
MORE_SAY: Final[dict[MoreSay, str]] = {
    "them": "Them",
    "shared": "Shared",
    "me": "Me",
    "system": "A system",
    "unsure": "Not sure",
}
FELT: Final[dict[Seen, str]] = {
    "visible": "visible",
    "unseen": "unseen",
    "safe": "safe",
    "on_guard": "on guard",
}
NEEDS: Final[dict[Need, str]] = {"known": "I knew it", "said": "I said it", "met": "It was met"}
LIMITS: Final[dict[Limit, str]] = {
    "said": "I said it",
    "respected": "It was respected",
    "missed": "It was missed",
}
TURNED_OUT: Final[dict[TurnedOut, str]] = {
    "confirmed": "It went like that",
    "surprised": "I was surprised",
}
STATUS: Final[dict[Status, str]] = {
    "planned": "nothing noted",
    "happened": "happened",
    "cut_short": "cut short",
    "they_cancelled": "they cancelled",
    "they_did_not_come": "they didn't come",
    "i_cancelled": "I cancelled",
    "break": "a break",
    "ended": "therapy ended",
}
HELD_BACK: Final[dict[HeldBack, str]] = {
    "no": "No",
    "little": "A little",
    "lot": "A lot",
    "cant_tell": CANT,
}
GOES: Final[dict[HeldBackGoes, str]] = {
    "next_time": "For next time",
    "only_me": "Only for me",
    "let_go": "Leave it",
}
FELT_OFF: Final[dict[FeltOff, str]] = {
    "no": "Not that I noticed",
    "wobble": "A small wobble",
    "yes": "Yes",
    "cant_tell": CANT,
}
TALKED: Final[dict[Talked, str]] = {
    "yes": "Yes",
    "partly": "Partly",
    "not_yet": "Not yet",
    "not_wanted": "I don't want to",
    "not_safe": "Not safe to",
}
TOWARD: Final[dict[Toward, str]] = {
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
ROLES: Final[dict[Role, str]] = {
    "works_ahead": "Works ahead",
    "jumps_in_fast": "Jumps in fast",
    "tender": "Tender",
    "other": "Something else",
    "unsure": "Not sure yet",
}
PART_FACTS: Final = {
    "about": "In a few words",
    "says": "What it says, in its own words",
    "wakes": "What wakes it up",
    "good_at": "What it is good at",
    "hopes": "What it hopes for",
    "worries": "What it worries about",
}
AFTER: Final = {
    "zest": "Energy",
    "clarity": "Seeing things clearly",
    "worth": "Feeling that I matter",
    "action": "Able to do things",
    "wanting": "Wanting more contact",
}
STATES: Final[dict[PointState, str]] = {
    "open": "On the list",
    "later": "Later",
    "brought": "Brought",
    "let_go": "Let go",
}
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
