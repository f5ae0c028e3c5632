"""The map of parts: what a tap on it becomes. Each day on which it changes keeps a map."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from domain import part_map
from domain.days import day_of
from domain.entries import Part, PartMap, RelationKind
from domain.language import tr
from domain.part_map import Placed
from domain.resting import going

if TYPE_CHECKING:
    from views.state import State


class Mapping:
    """The map as it is today, and as it was."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    @property
    def days(self) -> list[date]:
        """The days before today on which it was changed, oldest first."""
        state = self._state
        every = part_map.days_of(state.maps, state.settings.day_start)
        return [day for day in every if day < state.today]

    @property
    def current(self) -> PartMap | None:
        """The map as it is: the newest one."""
        return self._state.maps[-1] if self._state.maps else None

    def on(self, day: date | None) -> PartMap | None:
        """The map as it was at the end of a day; without one, as it is."""
        if day is None:
            return self.current
        return part_map.on(self._state.maps, day, self._state.settings.day_start)

    def shown_on(self, day: date | None) -> tuple[Placed, ...]:
        """Where the parts stood on a day, or stand; those that rested are not shown."""
        there = [one for one in self._state.parts if day is None or self._day(one.at) <= day]
        return part_map.laid_out(self.on(day), there, self._resting(there, day))

    @property
    def off(self) -> list[Part]:
        """The parts that stay off the map."""
        map = self.current
        return [one for one in going(self._state.parts) if map and one.id in map.off]

    # -- verbs ---------------------------------------------------------------------------------

    async def move(self, part: str, x: float, y: float) -> None:
        """Put a part at another place."""
        await self._change(lambda map: self._moved(map, part, x, y))

    async def step(self, part: str, right: int, down: int) -> None:
        """Move a part by so many steps."""

        def stepped(map: PartMap) -> PartMap:
            here = next((one for one in self.shown_on(None) if one.part.id == part), None)
            if here is None:
                return map
            step = part_map.STEP
            return self._moved(map, part, here.x + right * step, here.y + down * step)

        await self._change(stepped)

    def _moved(self, map: PartMap, part: str, x: float, y: float) -> PartMap:
        every, shown = self._state.parts, self.shown_on(None)
        aside = part_map.kept_aside(self.current, every, self._resting(every, None))
        return part_map.moved(map, shown, part, x, y, aside)

    async def relate(self, one: str, kind: RelationKind, other: str) -> None:
        """Draw a line between two parts, in the place of any other."""
        await self._change(lambda map: part_map.related(map, one, kind, other))

    async def unrelate(self, one: str, other: str) -> None:
        """Take the line between two parts away; the notice can draw it again."""
        before = part_map.between(self.current, one, other)
        if before is None:
            return
        await self._change(lambda map: part_map.unrelated(map, one, other))
        self._state.tell_done(
            tr("Line taken away"), lambda: self.relate(before.one, before.kind, before.other)
        )

    async def leave_off(self, part: Part) -> None:
        """Leave a blank space where a part was."""
        await self._change(lambda map: part_map.taken_off(map, part.id))
        self._state.tell_done(
            tr("{name} is off the map", name=part.name), lambda: self.put_back(part)
        )

    async def put_back(self, part: Part) -> None:
        """Have a part on the map."""
        await self._change(lambda map: part_map.put_back(map, part.id))

    async def _change(self, change: Callable[[PartMap], PartMap]) -> None:
        state = self._state
        async with state.turn:
            now, start = state.now, state.settings.day_start
            today = part_map.of_today(state.maps, now, start, state.journal.new_id())
            await state.keep(change(today))

    def _resting(self, some: Iterable[Part], day: date | None) -> set[str]:
        since = ((one.id, one.resting_since) for one in some)
        return {id for id, at in since if at is not None and (day is None or self._day(at) <= day)}

    def _day(self, at: datetime) -> date:
        return day_of(at, self._state.settings.day_start)
