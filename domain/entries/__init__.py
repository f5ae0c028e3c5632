"""The kinds of entry: frozen dataclasses that check themselves, a subject a file.

Every entry has an `id` (a ULID as text, from `Journal.new_id`, where nothing else is said). What
happened at a time also has `at`, with the UTC offset of the place where it happened.
"""

from typing import Final, get_args

from domain.entries.after_contact import LINES, AfterContact, Change
from domain.entries.answers import CANT_TELL, STEPS, UP_TO, Answer, CantTell
from domain.entries.check_in import RECALLED_AFTER, CheckIn
from domain.entries.draft import BRING, Draft
from domain.entries.moment import (
    MOMENT_KINDS,
    REPAIRS,
    CouldSay,
    Limit,
    Mending,
    Moment,
    MomentKind,
    MoreSay,
    Need,
    Repair,
    Seen,
    TurnedOut,
)
from domain.entries.moved_in import (
    SOURCES,
    USES,
    MoodMeaning,
    MovedIn,
    Origin,
    Original,
    Source,
    TagMeaning,
    Use,
)
from domain.entries.part import BLENDS, COLORS, SHAPES, Blend, Color, Here, Part, Role, Shape
from domain.entries.part_map import RELATIONS, PartMap, Relation, RelationKind, Spot
from domain.entries.part_word import PartWord
from domain.entries.person import ICONS, PERSON_SHAPES, Closeness, Icon, Person, PersonShape
from domain.entries.reflection import Reflection
from domain.entries.reminders import Nudge, Reminders
from domain.entries.reply import Reply
from domain.entries.settings import (
    Helping,
    HelpingAnswer,
    Offer,
    OwnPrompt,
    Pace,
    Pause,
    Place,
    Settings,
    Supporter,
    Theme,
)
from domain.entries.sitting import (
    BEHIND_THE_GATE,
    OPEN_TOWARD,
    TOWARD,
    UNDER_WAY,
    Sitting,
    Stage,
    Toward,
    is_open,
)
from domain.entries.talking_point import TAGS, PointState, Tag, TalkingPoint
from domain.entries.therapy import (
    FIRST_THERAPY,
    TOOK_PLACE,
    Break,
    FeltOff,
    HeldBack,
    HeldBackGoes,
    Schedule,
    Status,
    Talked,
    Therapy,
    TherapySession,
)
from domain.entries.way import Way

__all__ = [
    "BEHIND_THE_GATE",
    "BLENDS",
    "BRING",
    "CANT_TELL",
    "COLORS",
    "FIRST_THERAPY",
    "ICONS",
    "KINDS",
    "LINES",
    "MOMENT_KINDS",
    "OPEN_TOWARD",
    "PERSON_SHAPES",
    "RECALLED_AFTER",
    "RELATIONS",
    "REPAIRS",
    "SHAPES",
    "SOURCES",
    "STEPS",
    "TAGS",
    "TOOK_PLACE",
    "TOWARD",
    "UNDER_WAY",
    "UP_TO",
    "USES",
    "AfterContact",
    "Answer",
    "Blend",
    "Break",
    "CantTell",
    "Change",
    "CheckIn",
    "Closeness",
    "Color",
    "CouldSay",
    "Draft",
    "Entry",
    "FeltOff",
    "HeldBack",
    "HeldBackGoes",
    "Helping",
    "HelpingAnswer",
    "Here",
    "Icon",
    "Limit",
    "Mending",
    "Moment",
    "MomentKind",
    "MoodMeaning",
    "MoreSay",
    "MovedIn",
    "Need",
    "Nudge",
    "Offer",
    "Origin",
    "Original",
    "OwnPrompt",
    "Pace",
    "Part",
    "PartMap",
    "PartWord",
    "Pause",
    "Person",
    "PersonShape",
    "Place",
    "PointState",
    "Reflection",
    "Relation",
    "RelationKind",
    "Reminders",
    "Repair",
    "Reply",
    "Role",
    "Schedule",
    "Seen",
    "Settings",
    "Shape",
    "Sitting",
    "Source",
    "Spot",
    "Stage",
    "Status",
    "Supporter",
    "Tag",
    "TagMeaning",
    "Talked",
    "TalkingPoint",
    "Theme",
    "Therapy",
    "TherapySession",
    "Toward",
    "TurnedOut",
    "Use",
    "Way",
    "is_open",
]

Entry = (
    AfterContact
    | CheckIn
    | Draft
    | Moment
    | MovedIn
    | Part
    | PartMap
    | Person
    | Reflection
    | Schedule
    | Settings
    | Sitting
    | TalkingPoint
    | Therapy
    | TherapySession
    | Way
)
KINDS: Final[tuple[type[Entry], ...]] = get_args(Entry)
"""Every kind there is."""
