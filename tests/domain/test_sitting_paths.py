"""Every path through a sitting, however questions are asked, changed, hidden or taken away."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain import sittings
from domain.entries import OPEN_TOWARD, OwnPrompt, Sitting, Toward
from domain.prompts import Prompt
from domain.sittings import GATE, KNOWING, KNOWING_TWO, NOTICING, NOTICING_TWO, Shelf
from tests.domain.sitting import EEL, EVERY, OWN, begun, ids
from tests.entry_strategies import any_toward, feelings_toward

# What may be asked before the gate and behind it: with one part, and with two.
BEFORE = {False: {"first", *ids(NOTICING)}, True: {*ids(NOTICING_TWO)}}
BEHIND = {False: {"second", *ids(KNOWING)}, True: {*ids(KNOWING_TWO)}}
GATED = BEHIND[False] | BEHIND[True]


class Sat(RuleBasedStateMachine):
    """Any path through any sitting, beside what was gone through and written."""

    @initialize(
        two=st.booleans(),
        before=st.lists(st.sampled_from(ids(EVERY)), max_size=5),
        hidden=st.one_of(
            st.sets(st.sampled_from([*ids(EVERY), "first", "second"]), max_size=5),
            # All but a few, so that questions run out.
            st.sets(st.sampled_from(ids(EVERY)), min_size=2, max_size=12).map(
                lambda few: {*ids(EVERY)} - few
            ),
        ),
        own=st.lists(st.sampled_from(OWN), unique=True).map(tuple),
    )
    def begin(
        self, two: bool, before: list[str], hidden: set[str], own: tuple[OwnPrompt, ...]
    ) -> None:
        self.shelf = Shelf(before, frozenset(hidden), own)
        self.sit_down(two)

    def sit_down(self, two: bool) -> None:
        self.sitting = begun(self.shelf, EEL if two else None)
        self.gone_through: set[str] = set()
        self.told: dict[tuple[str, str], str] = {}
        self.closed: Sitting | None = None

    @precondition(lambda self: not self.sitting.under_way)
    @rule(two=st.booleans())
    def sit_down_again(self, two: bool) -> None:
        before = sittings.asked_before([self.sitting])
        self.shelf = replace(self.shelf, asked=(*self.shelf.asked, *before))
        self.sit_down(two)

    @property
    def asked(self) -> Prompt | None:
        return sittings.question(self.sitting, self.shelf)

    @property
    def asks(self) -> bool:
        """Whether this stage asks a question, be it gone meanwhile."""
        return self.sitting.stage in ("notice", "open", "know")

    @property
    def to_answer(self) -> Prompt | None:
        """What can be written to; what is offered at the open gate is taken up first."""
        return self.asked if self.sitting.stage != "open" else None

    @property
    def whose(self) -> st.SearchStrategy[str]:
        return st.sampled_from(["owl", "eel"] if self.sitting.other else [""])

    def step(self, after: Sitting) -> None:
        self.sitting = after
        if after.stage == "closed" and self.closed is None:
            self.closed = after

    @precondition(lambda self: self.asks)
    @rule()
    def go_on(self) -> None:
        before, wanted = self.sitting, self.asked
        self.step(sittings.go_on(before, self.shelf))
        assert self.sitting != before
        if wanted is not None and before.stage != "open":
            self.gone_through.add(wanted.id)
            assert self.sitting.asking not in self.gone_through

    @precondition(lambda self: self.to_answer is not None)
    @rule(data=st.data())
    def write_and_go_on(self, data: st.DataObject) -> None:
        self.write(data, "so")
        self.go_on()

    @precondition(lambda self: self.to_answer is not None)
    @rule(data=st.data(), text=st.text("ab ", max_size=3))
    def write(self, data: st.DataObject, text: str) -> None:
        assert self.asked is not None
        part = data.draw(self.whose)
        self.told[self.asked.id, part] = text
        self.step(sittings.write(self.sitting, self.asked, text, part))

    @precondition(lambda self: self.sitting.stage in ("gate", "other_gate"))
    @rule(toward=st.one_of(feelings_toward(OPEN_TOWARD).filter(bool), any_toward))
    def feel(self, toward: tuple[Toward, ...]) -> None:
        before = self.sitting
        self.step(sittings.feel(before, toward, self.shelf))
        if not toward:
            assert self.sitting == before
        elif not OPEN_TOWARD.issuperset(toward):
            assert self.sitting.stage == "closed"
        elif before.stage == "gate" and before.other:
            assert self.sitting.stage == "other_gate"
        else:
            assert self.sitting.stage in ("open", "finished")

    @precondition(lambda self: not self.asks)
    @rule(toward=any_toward)
    def tap_what_is_not_there(self, toward: tuple[Toward, ...]) -> None:
        assert sittings.go_on(self.sitting, self.shelf) == self.sitting
        assert sittings.ask_another(self.sitting, self.shelf) == self.sitting
        if self.sitting.stage not in ("gate", "other_gate"):
            assert sittings.feel(self.sitting, toward, self.shelf) == self.sitting
            assert sittings.decline(self.sitting, self.shelf) == self.sitting

    @precondition(lambda self: self.asks)
    @rule()
    def ask_another(self) -> None:
        before, wanted = self.sitting, self.asked
        self.step(sittings.ask_another(before, self.shelf))
        if wanted is None or any(one.prompt == wanted.id for one in before.written):
            assert self.sitting == sittings.go_on(before, self.shelf)
            self.gone_through |= {wanted.id} if wanted is not None else set()

    @precondition(lambda self: self.to_answer is not None)
    @rule(data=st.data())
    def write_and_ask_another(self, data: st.DataObject) -> None:
        self.write(data, "so")
        self.ask_another()

    @precondition(lambda self: self.asked is not None)
    @rule()
    def hide(self) -> None:
        assert self.asked is not None
        hidden = {*self.shelf.hidden, self.asked.id}
        self.shelf = replace(self.shelf, hidden=hidden)
        self.ask_another()

    @precondition(lambda self: self.shelf.own)
    @rule(data=st.data())
    def take_one_of_ones_own_away(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(self.shelf.own))
        self.shelf = replace(
            self.shelf, own=tuple(one for one in self.shelf.own if one.id != gone.id)
        )

    @precondition(lambda self: self.sitting.under_way)
    @rule(data=st.data(), end=st.sampled_from(["finish", "stop", "decline"]))
    def end(self, data: st.DataObject, end: str) -> None:
        if end == "finish" or self.sitting.stage == "closed":
            self.step(sittings.finish(self.sitting))
        elif end == "stop":
            self.step(sittings.stop(self.sitting))
        else:
            wanted = self.asked or GATE
            self.step(sittings.decline(self.sitting, self.shelf, data.draw(self.whose)))
            assert self.sitting.stage == "no_answer"
            assert any(one.declined and one.prompt == wanted.id for one in self.sitting.written)
        assert not self.sitting.under_way

    @invariant()
    def nothing_gated_is_asked_or_answered_but_behind_an_open_gate(self) -> None:
        wanted = self.asked
        if wanted is not None and (wanted.depth == "gated" or wanted.id in GATED):
            assert self.sitting.gate_open
            assert self.sitting.stage in ("open", "know")
        if any(one.prompt in GATED for one in self.sitting.replies):
            assert self.sitting.gate_open

    @invariant()
    def three_questions_at_most_are_gone_through(self) -> None:
        assert len(self.gone_through) <= 3
        assert len(self.gone_through & GATED) <= 2

    @invariant()
    def three_questions_at_most_have_words(self) -> None:
        worded = {one.prompt for one in self.sitting.written}
        assert len(worded) <= 3
        assert len(worded & GATED) <= 2

    @invariant()
    def what_closed_the_gate_is_never_asked_about_again(self) -> None:
        if self.closed is not None:
            assert self.sitting.stage in ("closed", "finished", "stopped")
            assert self.sitting == replace(self.closed, stage=self.sitting.stage)

    @invariant()
    def only_what_fits_and_is_not_hidden_is_asked(self) -> None:
        asking, stage = self.sitting.asking, self.sitting.stage
        two = bool(self.sitting.other)
        assert not asking or asking in (BEFORE if stage == "notice" else BEHIND)[two]
        assert asking not in self.shelf.hidden
        assert bool(asking) is self.asks
        there = {*ids(EVERY), *(one.id for one in self.shelf.own)}
        assert (self.asked is not None) is (asking in there)

    @invariant()
    def nothing_that_was_written_is_lost(self) -> None:
        kept = {(one.prompt, one.part): one.text for one in self.sitting.replies}
        assert len(kept) == len(self.sitting.replies)
        assert self.told.items() <= kept.items()


TestSat = Sat.TestCase
TestSat.settings = settings(max_examples=200, stateful_step_count=60, deadline=None)
