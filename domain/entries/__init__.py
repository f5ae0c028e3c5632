"""The kinds of entry: frozen dataclasses that check themselves, a subject a file.

Every entry has an `id` (a ULID as text, from `Journal.new_id`, where nothing else is said). What
happened at a time also has `at`, with the UTC offset of the place where it happened.
"""

from domain.entries.answers import CANT_TELL, STEPS, UP_TO, Answer, CantTell
from domain.entries.check_in import RECALLED_AFTER, CheckIn
from domain.entries.draft import BRING, Draft
from domain.entries.settings import Settings, Supporter, Theme
from domain.entries.talking_point import TAGS, PointState, Tag, TalkingPoint
from domain.entries.therapy import (
    FIRST_THERAPY,
    TOOK_PLACE,
    Break,
    FeltOff,
    HeldBack,
    HeldBackGoes,
    Reply,
    Schedule,
    Status,
    Talked,
    Therapy,
    TherapySession,
)

__all__ = [
    "BRING",
    "CANT_TELL",
    "FIRST_THERAPY",
    "RECALLED_AFTER",
    "STEPS",
    "TAGS",
    "TOOK_PLACE",
    "UP_TO",
    "Answer",
    "Break",
    "CantTell",
    "CheckIn",
    "Draft",
    "Entry",
    "FeltOff",
    "HeldBack",
    "HeldBackGoes",
    "PointState",
    "Reply",
    "Schedule",
    "Settings",
    "Status",
    "Supporter",
    "Tag",
    "Talked",
    "TalkingPoint",
    "Theme",
    "Therapy",
    "TherapySession",
]

Entry = CheckIn | Draft | Settings | TalkingPoint | Therapy | Schedule | TherapySession
