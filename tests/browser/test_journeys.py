"""What people do with the app, in a real Chromium on a phone's size."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

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
    expect(app.id("connection-5")).to_have_attribute("aria-current", "true")
    assert app.taps == 2
    server.stop()
    again = open_app(serve().link)
    again.tap("nav-entries")
    again.read("Energy 5 of 7, a bit high. Feels 3 of 7, a bit hard.")
    again.read("Connection 5 of 7")


def test_a_whole_session_contacts_no_other_host_and_nothing_fails(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.tap("pad-2-6")
    app.see("saved")
    for identifier in ("add-more", "done", "nav-entries", "more-support", "back", "nav-today"):
        app.tap(identifier)
    app.tap("settings")
    app.see("about")
    hosts = {urlsplit(url).hostname for url in app.requests if url.startswith(("http", "ws"))}
    assert hosts == {"127.0.0.1"}
    assert app.failed == []


def test_changing_ones_mind_moves_the_check_in_and_undo_takes_it_back(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-1-1")
    app.see("saved")
    app.tap("pad-7-7")
    expect(app.id("pad-7-7")).to_have_attribute("aria-current", "true")
    expect(app.id("pad-1-1")).not_to_have_attribute("aria-current", "true")
    app.tap("undo")
    app.gone("saved")
    app.tap("undo-notice")
    app.see("saved")
    app.tap("new-check-in")
    app.see("cant-tell")
    app.tap("cant-tell")
    app.see("saved")
    app.tap("nav-entries")
    app.read("Energy: can't tell")
    app.read("Energy 7 of 7, very high")


def test_words_and_a_note_are_kept_found_mended_and_deleted_with_undo(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.tap("add-more")
    app.tap("feeling-anxious")
    expect(app.id("feeling-anxious")).to_have_attribute("aria-current", "true")
    app.type("note", "The lighthouse was shut 🌧️")
    app.tap("done")
    app.read("anxious")
    app.tap("nav-entries")
    app.type("search", "LIGHTHOUSE anx")
    app.read("1 entry")
    app.type("search", "nothing of the kind")
    app.read('Nothing with "nothing of the kind"')
    app.tap("clear-search")
    entry = app.page.locator('[flt-semantics-identifier^="entry-"]').first
    entry.wait_for(state="attached")
    identifier = entry.get_attribute("flt-semantics-identifier")
    assert identifier is not None
    app.tap(identifier)
    app.tap("delete")
    app.gone(identifier)
    app.read("Nothing here yet")
    app.tap("undo-notice")
    app.see(identifier)


def test_a_note_survives_a_crash_in_the_middle_of_it(serve: Serve, open_app: Open) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    app.tap("only-a-note")
    app.type("note", "I was in the middle of")
    _until_on_disk(app, server, "I was in the middle of")
    server.kill()
    again = open_app(serve().link)
    again.see("left-behind")
    again.read("I was in the middle of")
    again.tap("go-on-writing")
    again.see("note")
    again.tap("done")
    again.gone("left-behind")
    again.tap("nav-entries")
    again.read("I was in the middle of")


def _until_on_disk(app: App, server: object, words: str) -> None:
    from pathlib import Path

    process = getattr(server, "process")  # noqa: B009
    folder = next(part for part in map(str, process.args) if part.startswith("--data="))
    file = Path(folder.removeprefix("--data=")) / "journal.json"
    app.until(lambda: words in file.read_text(encoding="utf-8"), "the draft on the disk")


def test_the_two_rows_answer_one_question_each(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-or-rows")
    app.tap("pleasantness-2")
    app.see("saved")
    expect(app.id("pleasantness-2")).to_have_attribute("aria-current", "true")
    app.tap("energy-6")
    expect(app.id("energy-6")).to_have_attribute("aria-current", "true")
