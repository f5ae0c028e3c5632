"""The lock: setting it, what is seen while it is closed, the ways in, and when it closes."""

import errno
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from domain.entries import CheckIn, Settings, Supporter
from domain.sample import sample_entries
from storage.keeper import FolderKeeper
from tests.views.locked import CANARY, DIGITS, PHRASE, is_off, kept, with_lock
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import PLACES
from views.visit import MINUTE, Visit

NOTED = CheckIn(id="01K8ZZZZZZ0000000000000001", at=NOON, logged_at=NOON, note=CANARY)
SOME = ("/", "/entries", f"/entries/{NOTED.id}", "/settings/lock", "/nowhere")
HELPER = Supporter("Juniper", "555 0100")


class Clocks:
    """Two clocks of a process, that stand still until they are set."""

    def __init__(self) -> None:
        self.now = [1000.0, 1000.0]

    def __iter__(self) -> Any:
        return iter((lambda: self.now[0], lambda: self.now[1]))


@pytest.fixture
def keeper(tmp_path: Path) -> Any:
    """A journal with a check-in, without a lock."""
    keeper = kept(tmp_path, NOTED)
    yield keeper
    keeper.close()


async def set_up(stage: Stage, kind: str, secret: str) -> str:
    """Go through the steps up to typing the code back; the code."""
    await stage.tap("lock-set")
    await stage.tap(f"kind-{kind}")
    await stage.type("secret", secret)
    await stage.type("secret-again", secret)
    await stage.tap("go-on")
    node = stage.node("recovery-code")
    assert node is not None
    code = (node.label or "").replace(" ", "")
    await stage.tap("code-kept")
    return code


# -- setting it --------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "secret"), [("words", PHRASE), ("digits", DIGITS)])
def test_a_lock_is_set_once_the_code_was_typed_back(
    keeper: FolderKeeper, kind: str, secret: str
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/lock") as stage:
            code = await set_up(stage, kind, secret)
            assert not keeper.has_lock
            await stage.type("code-back", code.lower().replace("-", " "))
            await stage.tap("go-on")
            assert keeper.has_lock
            assert stage.page.route == "/settings/lock"
            for opens in (secret, code):
                await stage.tap("lock-now")
                assert keeper.is_locked
                await stage.state.locking.unlock(opens)
                await stage.settle()
                assert not keeper.is_locked

    played(act)


def test_a_code_that_is_not_typed_back_sets_nothing(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/lock") as stage:
            code = await set_up(stage, "words", PHRASE)
            await stage.type("code-back", code[:-1] + ("A" if code[-1] != "A" else "C"))
            assert is_off(stage, "go-on")
            assert "not it yet" in stage.words()
            await stage.tap("not-now")
            assert not keeper.has_lock

    played(act)


def test_enter_before_the_code_is_whole_and_keys_beside_its_field_lead_nowhere(
    keeper: FolderKeeper,
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/lock", width=1280) as stage:
            await set_up(stage, "words", PHRASE)
            await stage.type("code-back", "ABCD")
            await stage.submit("code-back")
            assert "That is not it yet." in stage.words()
            await stage.leave("code-back")
            for key in ("2", "N", "/"):
                await stage.press(key)
                assert stage.node("code-back")
            assert stage.field("code-back").value == "ABCD"

    played(act)


@pytest.mark.parametrize(
    ("kind", "first", "again", "said"),
    [
        ("words", "short", "short", "8 letters or more"),
        ("words", "12345678", "12345678", "add a word"),
        ("words", PHRASE, PHRASE[1:], "differ"),
        ("digits", "123", "123", "4 digits or more"),
        ("digits", "12a4", "12a4", "digits only"),
        ("digits", "1357", "1358", "differ"),
    ],
)
def test_what_can_not_be_a_lock_is_said(
    keeper: FolderKeeper, kind: str, first: str, again: str, said: str
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/lock/new") as stage:
            await stage.tap(f"kind-{kind}")
            await stage.type("secret", first)
            await stage.type("secret-again", again)
            assert said in stage.words()
            assert is_off(stage, "go-on")

    played(act)


def test_how_hard_it_is_to_find_is_said_in_words(keeper: FolderKeeper) -> None:
    async def act() -> None:
        said = []
        async with Stage(keeper, "/settings/lock/new") as stage:
            await stage.tap("kind-words")
            for secret in ("password", "moss stairs", PHRASE):
                await stage.type("secret", secret)
                said.append(stage.words())
        assert "find this quickly" in said[0]
        assert "Very hard to find" in said[2]
        assert len({words.split("The same again")[0] for words in said}) == 3

    played(act)


def test_the_first_run_leads_to_the_lock_that_was_chosen(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = FolderKeeper(tmp_path / "journal")
        async with Stage(keeper) as stage:
            for _ in range(2):
                await stage.tap("first-run-next")
            await stage.tap("first-run-lock")
            await stage.tap("first-run-next")
            assert stage.page.route == "/settings/lock/new"
            assert stage.node("kind-words")
        keeper.close()

    played(act)


# -- while it is closed ------------------------------------------------------------------------


@pytest.mark.parametrize("place", SOME)
def test_nothing_of_the_journal_is_seen_at_any_address(tmp_path: Path, place: str) -> None:
    async def act() -> None:
        keeper = kept(tmp_path, NOTED, supporters=(HELPER,))
        with_lock(keeper)
        keeper.lock()
        async with Stage(keeper, place) as stage:
            words = stage.words()
            assert stage.node("unlock")
            assert stage.node("more-support")
            assert CANARY not in words
            assert not any(letter.isdigit() for letter in words)
            assert stage.page.title in (None, "Meanwhile")
        keeper.close()

    played(act)


@pytest.mark.parametrize("allowed", [False, True])
def test_support_opens_without_a_key_and_shows_own_people_only_where_allowed(
    tmp_path: Path, allowed: bool
) -> None:
    async def act() -> None:
        keeper = kept(tmp_path, supporters=(HELPER,), region="US")
        with_lock(keeper)
        async with Stage(keeper, "/settings/lock") as stage:
            if allowed:
                await stage.tap("support-when-locked")
            await stage.state.set(theme="dark")
            await stage.tap("lock-now")
            await stage.tap("more-support")
            assert stage.node("emergency")
            assert (HELPER.name in stage.words()) == allowed
            assert not stage.node("add-person")
            assert not stage.node("out-of-hours")
            assert stage.state.settings.theme == "dark"
        keeper.close()

    played(act)


# -- the ways in -------------------------------------------------------------------------------


def test_the_right_words_lead_back_to_where_one_was(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/entries") as stage:
            assert CANARY in stage.words()
            await stage.tap("lock")
            assert stage.page.route == "/"
            assert CANARY not in stage.words()
            await stage.type("secret", "something else")
            await stage.tap("unlock")
            assert "That wasn't it." in stage.words()
            await stage.type("secret", PHRASE)
            await stage.tap("unlock")
            assert stage.page.route == "/entries"
            assert CANARY in stage.words()

    played(act)


def test_a_place_that_was_asked_for_at_the_lock_is_where_one_lands(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/settings/lock") as stage:
            await stage.tap("lock-now")
            await stage.go("/entries")
            await stage.state.locking.unlock(PHRASE)
            await stage.settle()
            assert stage.page.route == "/entries"
            assert CANARY in stage.words()

    played(act)


def test_digits_are_taken_by_the_keyboard_also_where_somebody_was_writing(
    keeper: FolderKeeper,
) -> None:
    async def act() -> None:
        with_lock(keeper, DIGITS)
        async with Stage(keeper, "/add/new") as stage:
            await stage.focus("note")
            await stage.sight(ft.AppLifecycleState.HIDE)
            for key in (*DIGITS, "Enter"):
                await stage.press(key)
            assert not keeper.is_locked

    played(act)


def test_digits_are_tapped_or_typed_and_taken_back(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper, DIGITS)
        keeper.lock()
        async with Stage(keeper) as stage:
            await stage.tap("digit-2")
            await stage.tap("digit-9")
            await stage.tap("digit-back")
            assert is_off(stage, "unlock")
            for digit in DIGITS[1:4]:
                await stage.tap(f"digit-{digit}")
            for key in ("Numpad 0", "2", "Enter"):
                await stage.press(key)
            assert not keeper.is_locked
            assert stage.node("pad-4-4")

    played(act)


def test_digits_that_are_tapped_faster_than_they_are_drawn_are_all_there(
    keeper: FolderKeeper,
) -> None:
    async def act() -> None:
        with_lock(keeper, DIGITS)
        keeper.lock()
        async with Stage(keeper) as stage:
            await stage.tap_at_once(*(f"digit-{digit}" for digit in f"{DIGITS}5"), "digit-back")
            await stage.tap("unlock")
            assert not keeper.is_locked

    played(act)


def test_a_tap_right_after_the_last_letter_opens_it(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        keeper.lock()
        async with Stage(keeper) as stage:
            await stage.type("secret", PHRASE[:-1])
            await stage.type_and("secret", PHRASE, "click", "unlock")
            assert not keeper.is_locked

    played(act)


def test_the_recovery_code_opens_it_also_where_digits_do(keeper: FolderKeeper) -> None:
    async def act() -> None:
        code = with_lock(keeper, DIGITS)
        keeper.lock()
        async with Stage(keeper) as stage:
            await stage.tap("by-code")
            await stage.type("secret", code.lower())
            await stage.submit("secret")
            assert not keeper.is_locked

    played(act)


def test_after_five_wrong_tries_it_says_when_to_try_again_and_erases_nothing(
    keeper: FolderKeeper,
) -> None:
    async def act() -> None:
        with_lock(keeper)
        keeper.lock()
        async with Stage(keeper) as stage:
            for number in range(5):
                assert "try again in" not in stage.words()
                await stage.type("secret", f"wrong {number}")
                await stage.tap("unlock")
            assert "You can try again in" in stage.words()
            await stage.type("secret", PHRASE)
            assert is_off(stage, "unlock")
            await stage.submit("secret")
            assert keeper.is_locked
        # Another page, or another run, waits as well.
        async with Stage(keeper) as again:
            assert "You can try again in" in again.words()

    played(act)


# -- changing it, taking it off ----------------------------------------------------------------


def test_who_changes_it_says_the_one_of_now_first(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/settings/lock/change") as stage:
            await stage.type("check", "not this")
            await stage.tap("go-on")
            assert "That wasn't it." in stage.words()
            await stage.type("check", PHRASE)
            await stage.tap("go-on")
            await stage.tap("kind-digits")
            await stage.type("secret", DIGITS)
            await stage.type("secret-again", DIGITS)
            await stage.tap("go-on")
            await stage.tap("lock-now")
            await stage.state.locking.unlock(PHRASE)
            assert keeper.is_locked
            await stage.state.locking.unlock(DIGITS)
            assert not keeper.is_locked

    played(act)


def test_a_new_code_takes_the_place_of_the_one_before(keeper: FolderKeeper) -> None:
    async def act() -> None:
        old = with_lock(keeper)
        async with Stage(keeper, "/settings/lock/code") as stage:
            await stage.type("check", old)
            await stage.tap("go-on")
            node = stage.node("recovery-code")
            assert node is not None
            new = (node.label or "").replace(" ", "")
            await stage.tap("code-kept")
            await stage.type("code-back", new)
            await stage.tap("go-on")
            await stage.tap("lock-now")
            await stage.state.locking.unlock(old)
            assert keeper.is_locked
            await stage.state.locking.unlock(new)
            assert not keeper.is_locked

    played(act)


def test_the_lock_is_taken_off(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/settings/lock/off") as stage:
            await stage.type("check", PHRASE)
            await stage.tap("go-on")
            await stage.tap("go-on")
            assert not keeper.has_lock
            assert stage.node("lock-set")
            await stage.go("/")
            assert stage.node("lock") is None

    played(act)


# -- when it closes ----------------------------------------------------------------------------


def test_it_closes_after_the_set_time_without_a_touch(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        clocks = Clocks()
        async with Stage(keeper, "/settings/lock", clocks=clocks) as stage:
            await stage.tap("lock-after-5")
            clocks.now = [now + 5 * MINUTE - 1 for now in clocks.now]
            stage.visit.watch()
            await stage.settle()
            assert not keeper.is_locked
            await stage.tap("lock-after-5")
            clocks.now = [now + 5 * MINUTE - 1 for now in clocks.now]
            stage.visit.watch()
            await stage.settle()
            assert not keeper.is_locked
            clocks.now = [now + 1 for now in clocks.now]
            stage.visit.watch()
            await stage.settle()
            assert keeper.is_locked

    played(act)


@pytest.mark.parametrize("which", [0, 1])
def test_a_phone_that_slept_or_a_tap_too_late_does_not_keep_it_open(
    keeper: FolderKeeper, which: int
) -> None:
    async def act() -> None:
        with_lock(keeper)
        clocks = Clocks()
        async with Stage(keeper, "/entries", clocks=clocks) as stage:
            clocks.now[which] += MINUTE
            clocks.now[1 - which] -= MINUTE
            await stage.tap("more-support")
            assert keeper.is_locked
            assert CANARY not in stage.words()

    played(act)


@pytest.mark.parametrize(("leaves", "locks"), [(True, True), (False, False)])
def test_it_closes_when_the_app_is_left_as_set(tmp_path: Path, leaves: bool, locks: bool) -> None:
    async def act() -> None:
        keeper = kept(tmp_path, lock_when_left=leaves)
        with_lock(keeper)
        async with Stage(keeper) as stage:
            await stage.sight(ft.AppLifecycleState.HIDE)
            assert keeper.is_locked == locks
        keeper.close()

    played(act)


def test_a_dialog_that_the_person_asked_for_does_not_close_it(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper) as stage:
            with stage.state.locking.outside():
                await stage.sight(ft.AppLifecycleState.HIDE)
            assert not keeper.is_locked
            await stage.sight(ft.AppLifecycleState.HIDE)
            assert keeper.is_locked

    played(act)


def test_it_closes_when_nobody_has_a_page_of_it_any_more(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper) as one, Stage(keeper) as other:
            one.visit.gone()
            await one.settle()
            assert not keeper.is_locked
            other.visit.gone()
            await other.settle()
            assert keeper.is_locked

    played(act)


def test_all_pages_are_closed_together_and_open_together(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/entries") as one, Stage(keeper, "/entries") as other:
            await one.tap("lock")
            await other.settle()
            assert CANARY not in other.words()
            await other.state.locking.unlock(PHRASE)
            await one.settle()
            await other.settle()
            assert CANARY in one.words()
            assert CANARY in other.words()

    played(act)


# -- nothing is lost ---------------------------------------------------------------------------


def test_what_was_being_written_is_in_the_journal_when_it_closes(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/add/new") as stage:
            await stage.type("note", "half a sen")
            await stage.sight(ft.AppLifecycleState.HIDE)
            assert keeper.is_locked
            await stage.state.locking.unlock(PHRASE)
            await stage.settle()
            assert "half a sen" in {one.note for one in keeper.journal.all(CheckIn)}

    played(act)


def test_what_is_being_written_on_another_page_is_in_the_journal_too(
    keeper: FolderKeeper,
) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper) as one, Stage(keeper, "/add/new") as other:
            await other.type("note", "on the other page")
            await one.tap("lock")
            await one.state.locking.unlock(PHRASE)
            await one.settle()
            assert "on the other page" in {note.note for note in keeper.journal.all(CheckIn)}

    played(act)


def test_what_could_not_be_kept_is_there_again_behind_the_lock(
    keeper: FolderKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper) as stage:
            with monkeypatch.context() as full:

                def no_room(*_: object) -> int:
                    raise OSError(errno.ENOSPC, "no room")

                full.setattr("os.pwrite", no_room)
                await stage.tap("pad-3-5")
                assert stage.node("not-saved")
                stage.visit.left()
                await stage.settle()
                assert stage.node("unlock")
                assert not stage.node("not-saved")
            await stage.state.locking.unlock(PHRASE)
            await stage.settle()
            assert not stage.node("not-saved")
            assert [one.place for one in keeper.journal.all(CheckIn) if one.place] == [(3, 5)]

    played(act)


def test_who_comes_back_to_a_page_finds_it_locked(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/entries") as stage:
            stage.break_off()
            stage.visit.gone()
            await stage.settle()
            await stage.come_back()
            assert keeper.is_locked
            assert stage.node("unlock")
            assert CANARY not in stage.words()

    played(act)


# -- leaving quickly, and what looks over a shoulder -------------------------------------------


@pytest.mark.parametrize("place", SOME)
def test_one_tap_leads_to_a_page_that_tells_nothing(keeper: FolderKeeper, place: str) -> None:
    async def act() -> None:
        with_lock(keeper)
        keeper.journal.put(Settings(welcomed=True, quick_exit=True))
        async with Stage(keeper, place) as stage:
            await stage.tap("quick-exit")
            assert stage.page.route == "/month"
            assert stage.page.title == "Calendar"
            assert "June 2026" in stage.words()
            assert CANARY not in stage.words()
            assert keeper.is_locked
            await stage.tap("today")
            assert stage.node("unlock")

    played(act)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_ways_to_hide_it_are_on_every_screen(keeper: FolderKeeper, width: int) -> None:
    async def act() -> None:
        with_lock(keeper)
        for quick in (False, True):
            keeper.journal.put(Settings(welcomed=True, quick_exit=quick), *sample_entries(NOON))
            async with Stage(keeper, width=width) as stage:
                for place in (one for one in PLACES if isinstance(one, str)):
                    await stage.go(place)
                    assert stage.node("quick-exit" if quick else "lock"), place

    played(act)


def test_the_window_is_called_as_chosen_also_while_locked(keeper: FolderKeeper) -> None:
    async def act() -> None:
        with_lock(keeper)
        async with Stage(keeper, "/settings") as stage:
            await stage.tap("title-notes")
            assert stage.page.title == "Notes"
            await stage.tap("lock")
            assert stage.page.title == "Notes"
            assert "Meanwhile" not in stage.words()

    played(act)


@pytest.mark.parametrize(("platform", "covered"), [("android", True), ("linux", False)])
def test_a_phone_shows_nothing_among_its_apps(
    keeper: FolderKeeper, platform: str, covered: bool
) -> None:
    async def act() -> None:
        async with Stage(keeper, "/entries") as stage:
            stage.page.platform = ft.PagePlatform(platform)
            await stage.sight(ft.AppLifecycleState.INACTIVE)
            assert stage.state.is_hidden == covered
            assert CANARY in stage.words()
            await stage.sight(ft.AppLifecycleState.RESUME)
            assert not stage.state.is_hidden

    played(act)


def test_visits_are_forgotten_with_their_pages(keeper: FolderKeeper) -> None:
    async def act() -> None:
        async with Stage(keeper) as stage:
            assert stage.visit in Visit.open_ones
        assert stage.visit not in Visit.open_ones

    played(act)
