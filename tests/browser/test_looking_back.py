"""Looking back, in a real Chromium: ranges, charts to tap, questions, and what is brought."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.entries import CheckIn, Entry, Person, Settings, TherapySession
from storage.journal import open_journal
from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

NOW = datetime.now(UTC)
Keep = Callable[[Iterable[Entry]], None]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Puts entries into the journal of this test, whose first run is over."""

    def put(entries: Iterable[Entry]) -> None:
        journal = open_journal(tmp_path / "journal")
        journal.put(Settings(welcomed=True), *entries)
        journal.close()

    return put


def check_in(ago: float, pleasantness: int, energy: int = 4, *with_whom: str) -> CheckIn:
    """A check-in so many days ago."""
    at = NOW - timedelta(days=ago)
    return CheckIn(
        id=f"ago-{ago}",
        at=at,
        logged_at=at,
        pleasantness=pleasantness,
        energy=energy,
        connection=pleasantness,
        people=with_whom,
        note=f"{ago} days ago",
    )


def tap_in(app: App, chart: str, x: float, y: float) -> None:
    """Tap in a drawing, so many pixels from its left (or, below 0, right) and its top."""
    box = app.see(f"chart-{chart}").bounding_box()
    assert box is not None
    left = box["x"] + x if x >= 0 else box["x"] + box["width"] + x
    app.page.mouse.click(left, box["y"] + y)
    app.frames(10)


def test_a_range_stays_from_chart_to_chart_and_from_place_to_place(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-looking-back")
    app.is_chosen("range-session")
    app.tap("range-months")
    app.is_chosen("range-months")
    app.tap("show-energy")
    app.is_chosen("show-energy")
    app.see("card-connection")
    app.see("card-calendar")
    months = app.see("stretch").inner_text()
    app.tap("nav-today")
    app.see("pad-4-4")
    app.tap("nav-looking-back")
    app.is_chosen("range-months")
    assert app.see("stretch").inner_text() == months
    app.tap("range-sessions")
    app.tap("from-earlier")
    app.until(lambda: app.see("stretch").inner_text() != months, "another stretch")
    app.see("said-pleasantness")


def test_a_dot_a_cell_and_a_row_lead_to_their_entries(
    keep: Keep, serve: Serve, open_app: Open
) -> None:
    keep([check_in(0.001, 2, 6), *(check_in(ago, 6, 2) for ago in (8, 9, 10, 12, 13))])
    app = open_app(serve().link)
    app.tap("nav-looking-back")
    app.is_chosen("range-weeks")
    app.see("card-weekdays")
    # The last day of the weeks, in the row of its step.
    tap_in(app, "pleasantness", -8, 28 + 5 * 28)
    app.read("0.001 days ago")
    app.tap("entry-ago-0.001")
    app.see("delete")
    assert app.page.url.endswith("/look-back/ago-0.001")
    app.tap("back")
    app.tap("picked-close")
    app.gone("picked-close")
    app.tap("table-pad")
    app.tap("pad-row-1")
    app.read("13 days ago")
    app.press_key("Escape")
    app.gone("picked-close")
    app.see("table-pad")


def test_a_chart_goes_onto_the_list_and_the_sheet_with_one_tap(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.tap("nav-looking-back")
    app.see("card-feelings")
    app.taps = 0
    app.tap("bring-pleasantness")
    assert app.taps == 1
    app.read("How it felt: on the list. Take it off")
    app.go("/bring")
    app.read("From looking back.")
    app.go("/bring/prepare/sheet")
    app.see("paper")
    app.read("How it felt")
    app.go("/bring")
    app.page.get_by_role("button", name="How it felt,").first.dispatch_event("click")
    app.see("point-text")
    app.tap("point-source")
    app.see("chart-pleasantness")
    app.tap("back")
    app.see("stretch")


def test_nothing_is_compared_before_somebody_asks(keep: Keep, serve: Serve, open_app: Open) -> None:
    with_jun = [check_in(ago, 6, 4, "jun") for ago in range(2, 20, 2)]
    without = [check_in(ago, 2) for ago in range(3, 21, 2)]
    jun = Person(id="jun", at=NOW - timedelta(days=60), name="Jun")
    keep([jun, *with_jun, *without])
    app = open_app(serve().link)
    app.tap("nav-looking-back")
    app.see("card-weekdays")
    assert app.id("card-answer").count() == 0
    app.tap("ask-person")
    app.tap("about-jun")
    app.read("With Jun: mostly higher. This can't tell what causes what.")
    app.tap("of-energy")
    app.read("With Jun: about the same.")
    app.tap("bring-answer")
    app.read("on the list. Take it off")
    app.tap("ask-done")
    app.gone("card-answer")
    app.tap("ask-weekdays")
    app.read("Not enough entries to say")


def test_an_empty_journal_and_three_entries_say_so(
    keep: Keep, serve: Serve, open_app: Open
) -> None:
    keep([TherapySession(id="held", at=NOW - timedelta(days=400), status="happened")])
    server = serve()
    app = open_app(server.link)
    app.tap("nav-looking-back")
    app.read("Nothing logged in this stretch.")
    app.tap("to-today")
    for cell in ("pad-2-6", "pad-5-3", "pad-7-7"):
        app.tap(cell)
        app.see("saved")
        app.tap("new-check-in")
        app.gone("saved")
    app.tap("nav-looking-back")
    app.tap("range-weeks")
    app.read("Not enough entries to sum up.")
    app.read("You logged 3 times on 1 day, from 2 to 7")
    app.see("few")


def test_checking_in_that_weighs_can_pause(keep: Keep, serve: Serve, open_app: Open) -> None:
    keep(check_in(ago, 4) for ago in range(31))
    app = open_app(serve().link)
    app.read("Is checking in helping, neutral, or weighing on you?")
    app.tap("helping-weighing")
    app.tap("helping-pause")
    app.tap("pause-week")
    app.read("Check-ins are paused until")
    app.gone("pad-4-4")
    app.tap("begin-again")
    app.see("pad-4-4")
