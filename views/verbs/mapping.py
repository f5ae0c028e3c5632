"""The map of parts: what a tap on it becomes. Each day on which it changes keeps a map."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from domain import part_map, parts
from domain.entries import Part, PartMap, RelationKind
from domain.part_map import Placed

if TYPE_CHECKING:
    from views.state import State


class Mapping:
    """The map as it is today, and as it was."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    @property
    def days(self) -> list[date]:
        """The days on which it was changed, oldest first."""
        return part_map.days_of(self._state.maps, self._state.settings.day_start)

    def on(self, day: date) -> PartMap | None:
        """The map as it was at the end of a day."""
        return part_map.on(self._state.maps, day, self._state.settings.day_start)

    def parts_on(self, day: date) -> list[Part]:
        """The parts that there were on a day; today those that do not rest."""
        state = self._state
        if day >= state.today:
            return parts.going(state.parts)
        return [
            one
            for one in state.parts
            if one.at.date() <= day
            and (one.resting_since is None or one.resting_since.date() > day)
        ]

    def shown_on(self, day: date) -> tuple[Placed, ...]:
        """Where the parts stood on a day."""
        return part_map.laid_out(self.on(day), self.parts_on(day))

    @property
    def off(self) -> list[Part]:
        """The parts that stay off the map today."""
        map = self.on(self._state.today)
        return [one for one in self.parts_on(self._state.today) if map and one.id in map.off]

    # -- verbs ---------------------------------------------------------------------------------

    async def move(self, part: str, x: float, y: float) -> None:
        """Put a part at another place."""
        shown = self.shown_on(self._state.today)
        await self._change(lambda map: part_map.moved(map, shown, part, x, y))

    async def step(self, part: str, right: int, down: int) -> None:
        """Move a part by so many steps."""
        here = next((one for one in self.shown_on(self._state.today) if one.part.id == part), None)
        if here is not None:
            step = part_map.STEP
            await self.move(part, here.x + right * step, here.y + down * step)

    async def relate(self, one: str, kind: RelationKind, other: str) -> None:
        """Draw a line between two parts, in the place of any other."""
        await self._change(lambda map: part_map.related(map, one, kind, other))

    async def unrelate(self, one: str, other: str) -> None:
        """Take the line between two parts away; the notice can draw it again."""
        before = part_map.between(self.on(self._state.today), one, other)
        if before is None:
            return
        await self._change(lambda map: part_map.unrelated(map, one, other))
        self._state.tell_done(
            "Line taken away", lambda: self.relate(before.one, before.kind, before.other)
        )

    async def leave_off(self, part: Part) -> None:
        """Leave a blank space where a part was."""
        await self._change(lambda map: part_map.taken_off(map, part.id))
        self._state.tell_done(f"{part.name} is off the map", lambda: self.put_back(part))

    async def put_back(self, part: Part) -> None:
        """Have a part on the map."""
        await self._change(lambda map: part_map.put_back(map, part.id))

    async def _change(self, change: Callable[[PartMap], PartMap]) -> None:
        state = self._state
        async with state.turn:
            now, start = state.now, state.settings.day_start
            today = part_map.of_today(state.maps, now, start, state.journal.new_id())
            await state.keep(change(today))
