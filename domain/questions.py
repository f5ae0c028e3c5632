"""The question of a day, and the light one above the list of parts.

One a day, the same all day long, and never a gated one. What was answered lately, or hidden, is
not asked.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from domain.days import day_of
from domain.entries import Offer, OwnPrompt, Pace, Reflection
from domain.prompts import OWN, Prompt, of_families, prompt, prompts

LATELY: Final = timedelta(days=30)
NOW_AND_THEN: Final = 3
"""Every third day."""
OF_SEVERAL: Final = ("P57", "P60")
"""Questions about parts that make sense where there are several."""
DAY_FAMILIES: Final = ("notice", "steadier_ground")


def own(prompts: Iterable[OwnPrompt], *places: str) -> tuple[Prompt, ...]:
    """The prompts that the person wrote for some places; those behind the gate are gated."""
    return tuple(
        Prompt(one.id, OWN, one.text, OWN, "gated" if one.where == "know" else "light")
        for one in prompts
        if one.where in places and one.text.strip()
    )


def light(own_prompts: Iterable[OwnPrompt], several: bool) -> tuple[Prompt, ...]:
    """All that may be asked on Today: of connection and of parts in turn, then one's own."""
    of_parts = (*of_families(*DAY_FAMILIES), *(map(prompt, OF_SEVERAL) if several else ()))
    of_connection = prompts("connection")
    turns = max(len(of_parts), len(of_connection))
    mixed = (one for turn in range(turns) for one in (of_connection[turn:], of_parts[turn:]))
    return (*(some[0] for some in mixed if some), *own(own_prompts, "day"))


def lately(reflections: Iterable[Reflection], today: date, day_start: int) -> set[str]:
    """The ids of what was answered in the 30 days before today."""
    days = ((one.prompt, today - day_of(one.at, day_start)) for one in reflections)
    return {prompt for prompt, ago in days if timedelta(0) < ago <= LATELY}


def of_the_day(
    candidates: Sequence[Prompt],
    today: date,
    *,
    answered: Collection[str] = (),
    hidden: Collection[str] = (),
    offer: Offer | None = None,
    pace: Pace = "daily",
) -> Prompt | None:
    """The question of today; None where there is none, or none is wanted.

    `answered` was lately: it is passed over as long as there is anything else. The one that was
    written to today stays.
    """
    mine = offer if offer is not None and offer.day == today else Offer(today)
    turn, quiet = divmod(today.toordinal(), NOW_AND_THEN if pace == "now_and_then" else 1)
    if pace == "never" or quiet or mine.left:
        return None
    wanted = [one for one in candidates if one.depth == "light" and one.id not in hidden]
    if stays := next((one for one in wanted if one.id == mine.prompt), None):
        return stays
    # Turned before what was answered is left out, or some would be passed over for ever.
    first = turn % max(1, len(wanted))
    turned = [*wanted[first:], *wanted[:first]]
    fresh = [one for one in turned if one.id not in answered] or turned
    return fresh[mine.turns % len(fresh)] if fresh else None
