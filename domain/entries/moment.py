"""Something that happened between people, and where it is now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

from domain.entries.answers import fix_offset
from domain.entries.check_in import RECALLED_AFTER

MomentKind = Literal["good", "miss", "rupture", "limit", "need", "other"]
MOMENT_KINDS: Final[tuple[MomentKind, ...]] = get_args(MomentKind)

Repair = Literal["open", "partly", "mended", "not_wanted", "not_safe"]
"""Where something that went off is; the last two stand level with the others."""
REPAIRS: Final[tuple[Repair, ...]] = get_args(Repair)

CouldSay = Literal["", "yes", "partly", "no", "not_safely"]
MoreSay = Literal["", "them", "shared", "me", "system", "unsure"]
Seen = Literal["visible", "unseen", "safe", "on_guard"]
Need = Literal["known", "said", "met"]
Limit = Literal["said", "respected", "missed"]
TurnedOut = Literal["", "confirmed", "surprised"]


@dataclass(frozen=True, slots=True)
class Mending:
    """What was told, at a moment, of where something is."""

    at: datetime
    state: Repair

    def __post_init__(self) -> None:
        fix_offset(self, "at")


@dataclass(frozen=True, kw_only=True, slots=True)
class Moment:
    """One moment: all but its kind may be left out.

    `people` has the ids of whom it was with, `told_in` that of the check-in or the session that
    it was told in, `ways` those of the ways of staying safe. `if_i_show` and `they_will` are what
    was expected, `tags` the person's own words for power and identity. `mending` is what was told
    of a rupture, in that order. Raises ValueError for a time without offset.
    """

    id: str
    at: datetime
    logged_at: datetime
    edited_at: datetime | None = None
    kind: MomentKind
    people: tuple[str, ...] = ()
    text: str = ""
    told_in: str = ""
    could_say: CouldSay = ""
    ways: tuple[str, ...] = ()
    more_say: MoreSay = ""
    felt: tuple[Seen, ...] = ()
    need: tuple[Need, ...] = ()
    limit: tuple[Limit, ...] = ()
    story: str = ""
    if_i_show: str = ""
    they_will: str = ""
    turned_out: TurnedOut = ""
    tags: tuple[str, ...] = ()
    mending: tuple[Mending, ...] = ()

    def __post_init__(self) -> None:
        fix_offset(self, "at", "logged_at", "edited_at")

    @property
    def repair(self) -> Repair | None:
        """Where it is: as was told last, or open as long as nothing was; None if nothing broke."""
        if self.kind != "rupture":
            return None
        return self.mending[-1].state if self.mending else "open"

    @property
    def recalled(self) -> bool:
        """Whether it was written more than ten minutes after it happened."""
        return self.logged_at - self.at > RECALLED_AFTER

    @property
    def told_more(self) -> bool:
        """Whether more was told than what, with whom, and where it is now."""
        words = (self.story, self.if_i_show, self.they_will)
        chosen = (self.could_say, self.ways, self.more_say, self.felt, self.need, self.limit)
        return any((*chosen, *(one.strip() for one in words), self.turned_out, self.tags))
