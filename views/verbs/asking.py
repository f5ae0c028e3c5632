"""Questions outside of a sitting: the one of the day, and what was written to any."""

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import days, questions
from domain.entries import Offer, OwnPrompt, Place, Reflection
from domain.language import tr
from domain.prompts import Prompt, of_families
from domain.resting import going

if TYPE_CHECKING:
    from views.state import State


class Asking:
    """What is asked, what is not asked again, and the answers."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    def worded(self, asked: Prompt) -> Prompt:
        """A question with the person's own word for a part."""
        return asked.worded(self._state.knowing.word)

    def of_today(self) -> Prompt | None:
        """The question of today, where one is wanted."""
        found = self._of_today()
        return self.worded(found) if found else None

    def _of_today(self) -> Prompt | None:
        state, mine = self._state, self._state.settings
        several = len(going(state.parts)) > 1
        return questions.of_the_day(
            questions.light(mine.own_prompts, several),
            state.today,
            answered=questions.lately(state.reflections, state.today, mine.day_start),
            hidden=mine.hidden_prompts,
            offer=mine.offer,
            pace=mine.questions,
        )

    @property
    def is_written_to(self) -> bool:
        """Whether the question of today was, and stays that of the day."""
        return bool(self._offer.prompt)

    def about_parts(self) -> Prompt | None:
        """The light one above the list of parts: another than that of today."""
        state, mine = self._state, self._state.settings
        today = self._of_today()
        others = [one for one in of_families("notice") if one != today]
        found = questions.of_the_day(
            others,
            state.today,
            answered=questions.lately(state.reflections, state.today, mine.day_start),
            hidden=mine.hidden_prompts,
        )
        return self.worded(found) if found else None

    def reflection(self, id: str) -> Reflection | None:
        """The answer with that id."""
        return self._state.get(Reflection, id)

    def answered(self, asked: Prompt) -> Reflection | None:
        """What was written to a question today."""
        state, start = self._state, self._state.settings.day_start
        today = (
            one
            for one in reversed(state.reflections)
            if one.prompt == asked.id and days.day_of(one.at, start) == state.today
        )
        return next(today, None)

    # -- verbs ---------------------------------------------------------------------------------

    async def write(self, asked: Prompt, text: str) -> None:
        """Keep what is being written to a question, with every letter; no words are no answer.

        That of today stays the one of today, whatever else could be asked from now on.
        """
        state = self._state
        async with state.turn:
            old, now = self.answered(asked), state.now
            if not text.strip():
                if old is not None:
                    await state.remove(old)
                return
            new = (
                replace(old, text=text, edited_at=now)
                if old is not None
                else Reflection(
                    id=state.journal.new_id(), at=now, prompt=asked.id, asked=asked.text, text=text
                )
            )
            today = self._of_today()
            if today is None or today.id != asked.id or self._offer.prompt == asked.id:
                await state.keep(new)
            else:
                stays = replace(self._offer, prompt=asked.id)
                await state.keep(new, replace(state.settings, offer=stays))

    async def rewrite(self, reflection: Reflection, text: str) -> None:
        """Mend an answer."""
        await self._state.change(reflection, text=text)

    async def delete(self, reflection: Reflection) -> None:
        """Remove an answer; the notice can put it back."""
        state = self._state
        async with state.turn:
            latest = state.latest(reflection)
            if not await state.take_out(latest):
                return
        state.tell_undo(tr("Deleted"), latest)

    async def ask_another(self) -> None:
        """Another question for today."""
        await self._state.set(offer=replace(self._offer, turns=self._offer.turns + 1, prompt=""))

    async def not_now(self) -> None:
        """No question any more today."""
        await self._state.set(offer=replace(self._offer, left=True))

    @property
    def _offer(self) -> Offer:
        offer, today = self._state.settings.offer, self._state.today
        return offer if offer and offer.day == today else Offer(today)

    async def hide(self, asked: Prompt) -> None:
        """Never ask this one again, until it is shown again in the settings."""
        hidden = self._state.settings.hidden_prompts
        if asked.id in hidden:
            return
        await self._state.set(hidden_prompts=(*hidden, asked.id))

        async def show() -> None:
            await self.show(asked.id)

        self._state.tell_done(tr("It will not be asked again"), show)

    async def show(self, id: str) -> None:
        """Ask it again."""
        hidden = self._state.settings.hidden_prompts
        await self._state.set(hidden_prompts=tuple(one for one in hidden if one != id))

    async def add_own(self, text: str, where: Place) -> None:
        """A question of one's own; told again, it is still one."""
        new = OwnPrompt(self._state.journal.new_id(), " ".join(text.split()), where)
        others = (
            one
            for one in self._state.settings.own_prompts
            if (one.text, one.where) != (new.text, new.where)
        )
        await self._state.set(own_prompts=(*others, new))

    async def remove_own(self, prompt: OwnPrompt) -> None:
        """Take a question of one's own away; the notice can put it back."""
        before = self._state.settings.own_prompts

        async def put_back() -> None:
            await self._state.set(own_prompts=before)

        await self._state.set(own_prompts=tuple(one for one in before if one != prompt))
        self._state.tell_done(tr("Taken away"), put_back)
