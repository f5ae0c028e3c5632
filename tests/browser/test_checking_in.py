"""Checking in, in a real Chromium on a phone's size: two taps, a change of mind, more, earlier."""

from datetime import date, timedelta

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App


def test_first_run_then_a_check_in_of_two_taps_that_is_there_after_a_restart(
    serve: Serve, open_app: Open
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    app.press("pad-3-5")
    app.see("saved")
    app.press("connection-5")
    app.is_chosen("connection-5")
    assert app.taps == 2
    server.stop()
    again = open_app(serve().link)
    again.entries()
    again.read("Energy 5 of 7, a bit high. Feels 3 of 7, a bit hard.")
    again.read("Connection 5 of 7")


def test_changing_ones_mind_moves_the_check_in_and_undo_takes_it_back(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-1-1")
    app.see("saved")
    app.tap("pad-7-7")
    app.is_chosen("pad-7-7")
    app.is_chosen("pad-1-1", False)
    app.tap("undo")
    app.gone("saved")
    app.tap("undo-notice")
    app.see("saved")
    app.tap("new-check-in")
    app.tap("cant-tell")
    app.see("saved")
    app.entries()
    app.read("Energy: can't tell")
    app.read("Energy 7 of 7, very high")


def test_the_two_rows_answer_one_question_each(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-or-rows")
    app.tap("pleasantness-2")
    app.see("saved")
    app.is_chosen("pleasantness-2")
    app.tap("energy-6")
    app.is_chosen("energy-6")


def test_after_the_sixth_of_a_day_one_quiet_line_and_nothing_is_blocked(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    for step in range(1, 8):
        app.tap(f"pad-{step}-{step}")
        app.see("saved")
        if step < 6:
            assert app.page.get_by_text("Plenty noted for today.").count() == 0
        else:
            app.read("Plenty noted for today.")
        app.tap("new-check-in")
        app.gone("saved")


def test_own_words_are_added_hidden_and_no_more_than_three_are_chosen(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.tap("add-more")
    app.type("feeling-search", "wobbly inside")
    app.tap("feeling-add")
    app.is_chosen("feeling-wobbly-inside")
    app.tap("feeling-anxious")
    app.tap("feeling-angry")
    app.is_chosen("feeling-angry")
    app.tap("feeling-panicky")
    app.read("Three are chosen. Take one off first.")
    app.is_chosen("feeling-panicky", False)
    app.tap("feeling-more")
    app.tap("feeling-tidy")
    app.tap("feeling-panicky")
    app.tap("feeling-tidy")
    app.gone("feeling-panicky")
    app.see("feeling-wobbly-inside")
    app.tap("done")
    app.read("wobbly inside, anxious, angry")


def test_the_body_is_not_asked_about_once_it_is_switched_off(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.see("add-body")
    app.tap("settings")
    app.tap("ask-body")
    app.tap("back")
    app.tap("add-more")
    app.see("feeling-search")
    app.gone("body-search")
    app.tap("done")
    app.see("add-more")
    app.gone("add-body")


def test_what_was_earlier_is_put_there_and_counts_as_added_later(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.tap("add-earlier")
    _choose_yesterday(app)
    app.read("How was it then?")
    app.see("earlier")
    app.entries()
    app.read("Yesterday")
    app.read("added later")
    app.tap(app.first("entry-"))
    app.tap("when-it-was")
    today, yesterday = _two_days()
    _choose(app, today, yesterday)
    app.tap("back")
    app.read("Today")


def test_telling_first_when_it_was_leaves_the_tap_for_then(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("when")
    _choose_yesterday(app)
    app.read("How was it then?")
    app.tap("pad-2-2")
    app.see("saved")
    app.entries()
    app.read("Yesterday")


def _two_days() -> tuple[date, date]:
    today = date.today()  # noqa: DTZ011
    return today, today - timedelta(days=1)


def _choose_yesterday(app: App) -> None:
    today, yesterday = _two_days()
    _choose(app, yesterday, today)


def _choose(app: App, day: date, before: date) -> None:
    """A day where `before` is the one that is chosen, and whose month is shown."""
    app.read("Which day was it?")
    label = f"{day.day}, {day:%A}, {day.day} {day:%B} {day.year}"
    if day.month != before.month:
        app.choose("Previous month" if day < before else "Next month")
    app.choose(f"{label}, Today" if day == _two_days()[0] else label)
    app.choose("OK")
    app.read("About what time?")
    app.choose("OK")
    app.page.get_by_text("About what time?").wait_for(state="detached")
