"""Deleting for good: one entry with what came from it, or the whole journal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from domain.entries import Draft, Entry, Part, Person
from domain.journal import JournalError
from domain.language import N_, tr
from views.verbs.keeping import slowly

LEFT: Final = N_("Deleted. What is left of it in the backups goes as soon as this device lets it.")

if TYPE_CHECKING:
    from views.state import Problem, State


class Erasing:
    """What nothing can take back; each verb gives a sentence where it could not be done."""

    def __init__(self, state: "State") -> None:
        self._state = state

    async def erase(self, *, backups: bool) -> str:
        """Leave nothing of the journal, and of its `backups` where they go too."""
        state = self._state
        await state.noting.finish_all()
        # What could not be kept would be kept again in the journal that begins.
        unsaved = {one: one.problem for one in type(state).open_ones}
        self._set_problems(dict.fromkeys(unsaved))
        try:
            await slowly(state, state.keeper.erase, backups=backups)
        except JournalError as error:
            self._set_problems(unsaved)
            return str(error)
        return ""

    async def erase_for_good(self, *entries: Entry) -> str:
        """Leave nothing of entries, in backups neither, and nothing of what they gave the list.

        The sentence may also tell that they are deleted, and not out of all backups yet.
        """
        state = self._state
        await state.noting.finish_all()
        gone = self._with_all(entries)
        said = ""
        try:
            await slowly(state, state.keeper.erase_entries, *gone)
        except JournalError as error:
            is_open = state.keeper.journal is state.journal
            if not is_open or any(state.journal.get(type(one), one.id) for one in gone):
                return str(error)
            said = tr(LEFT)
        async with state.turn:
            # What could not be kept of them would come back with the next change.
            await state.remove(*gone)
        if any(one.id == state.sitting for one in gone):
            state.end_sitting()
        state.refresh()
        return said

    def _set_problems(self, problems: Mapping["State", "Problem | None"]) -> None:
        for one, problem in problems.items():
            one.loop.call_soon_threadsafe(setattr, one, "problem", problem, context=one.context)

    def _with_all(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Entries with those that go where one of them goes."""
        owned = [own for one in entries for own in self._owned(one)]
        ids = {one.id for one in (*entries, *owned)}
        points = [one for one in self._state.points if one.source.partition("/")[0] in ids]
        drafts = [one for one in self._state.all(Draft) if one.about in ids]
        every = (*entries, *owned, *points, *drafts)
        return tuple({(type(one), one.id): one for one in every}.values())

    def _owned(self, one: Entry) -> tuple[Entry, ...]:
        state = self._state
        if isinstance(one, Part):
            others = {part.id for part in state.parts} - {one.id}
            sat = state.knowing.sittings_with(one.id)
            # What another part said stays, as where a part is only deleted.
            return tuple(two for two in sat if others.isdisjoint((two.part, two.other)))
        if isinstance(one, Person):
            return tuple(told for told in state.contacts if told.person == one.id)
        return ()
