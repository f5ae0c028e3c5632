"""One measure over the days in words: how often it was answered, its middle, its gaps."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from domain.language import N_, listed, tr, trn
from domain.looking_back.diary import Measure
from domain.looking_back.middles import WINDOW, Spot, Summary, gaps
from domain.looking_back.stretch import Stretch
from views.charts.chart import Lens
from views.charts.sayings import days_said, on_days, summed_up, times
from views.components.when import stretch_said

FROM_TO: Final[dict[Measure, str]] = {
    "pleasantness": N_("You logged {times} {on_days}, from {low} to {high} (1 hard, 7 easy)."),
    "energy": N_("You logged {times} {on_days}, from {low} to {high} (1 low, 7 high)."),
    "connection": N_(
        "You answered {times} {on_days}, from {low} to {high} (1 cut off, 7 connected)."
    ),
}
AT: Final[dict[Measure, str]] = {
    "pleasantness": N_("You logged {times} {on_days}, at {low} (1 hard, 7 easy)."),
    "energy": N_("You logged {times} {on_days}, at {low} (1 low, 7 high)."),
    "connection": N_("You answered {times} {on_days}, at {low} (1 cut off, 7 connected)."),
}
"""The same where all answers were one step."""
NAMED_GAPS: Final = 3
NAMED_DAYS: Final = 6


def said_over_time(
    lens: Lens,
    measure: Measure,
    found: Summary,
    unsure: int,
    later: int,
    pieces: Sequence[Sequence[Spot]],
) -> str:
    """How often and from where to where, the middle, what is not in it, and the gaps."""
    said: list[str] = []
    if found.entries:
        said += [_logged(measure, found), summed_up(found)]
        if found.middle is None:
            said.append(tr("Here they are."))
    if unsure:
        said.append(tr("“Can't tell” {times}.", times=times(unsure)))
    if later:
        said.append(tr("Added later: {count}.", count=later))
    said += _gaps_said(lens, measure, pieces)
    return " ".join(said)


def _logged(measure: Measure, found: Summary) -> str:
    """How often something was answered, and from where to where."""
    text = (AT if found.lowest == found.highest else FROM_TO)[measure]
    many = {"times": times(found.entries), "on_days": on_days(found.days)}
    return tr(text, **many, low=found.lowest, high=found.highest)


def _gaps_said(lens: Lens, measure: Measure, pieces: Sequence[Sequence[Spot]]) -> Iterator[str]:
    """The days without entries; of a longer stretch the gaps between answers."""
    if len(lens.stretch) <= WINDOW:
        here = {one.day for one in lens.days}
        empty = [day for day in _whole_days(lens) if day not in here and day < lens.today]
        if 0 < len(empty) <= NAMED_DAYS:
            yield tr("No entries on {days}.", days=days_said(empty))
        return
    answered = [one.day for one in lens.days if measure in one.middles]
    found = list(gaps(answered, Stretch(answered[0], answered[-1]))) if answered else []
    if not found:
        return
    named = [stretch_said(gap, lens.today) for gap in found[:NAMED_GAPS]]
    if len(found) > NAMED_GAPS:
        rest = len(found) - NAMED_GAPS
        named.append(trn("{n} more", "{n} more", rest))
    if any(_is_between(gap, pieces) for gap in found):
        yield trn(
            "There is a gap from {gaps}, so the line stops and starts again.",
            "There are gaps from {gaps}, so the line stops and starts again.",
            len(found),
            gaps=listed(named),
        )
    else:
        yield trn(
            "There is a gap from {gaps}.",
            "There are gaps from {gaps}.",
            len(found),
            gaps=listed(named),
        )


def _whole_days(lens: Lens) -> Iterator[date]:
    """The days of the stretch that no session cuts: what was before it there is not looked at."""
    cut = {
        lens.stretch.first if lens.stretch.since else None,
        lens.stretch.last if lens.stretch.until else None,
    }
    return (day for day in lens.stretch if day not in cut)


def _is_between(gap: Stretch, pieces: Sequence[Sequence[Spot]]) -> bool:
    """Whether the line is drawn on both sides of a gap."""
    days = [spot.day for piece in pieces for spot in piece]
    return bool(days) and days[0] < gap.first and days[-1] > gap.last
