"""Notes: nothing that is typed is lost, whatever happens to the app."""

from pathlib import Path

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App


def on_disk(app: App, folder: Path, words: str) -> None:
    """Wait until words are in the journal's log."""
    log = folder / "journal" / "log-0"
    app.until(lambda: words.encode() in log.read_bytes(), f"{words!r} on the disk")


def test_a_note_survives_a_crash_in_the_middle_of_it(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    app.tap("only-a-note")
    app.type("note", "I was in the middle of")
    on_disk(app, tmp_path, "I was in the middle of")
    server.kill()
    again = open_app(serve().link)
    again.see("left-behind")
    again.read("I was in the middle of")
    again.tap("go-on-writing")
    again.see("note")
    again.tap("done")
    again.gone("left-behind")
    again.entries()
    again.read("I was in the middle of")


def test_a_note_survives_a_reload_in_the_middle_of_it(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-3-5")
    app.tap("add-note")
    app.type("note", "half a sen")
    on_disk(app, tmp_path, "half a sen")
    app.page.reload()
    field = app.see("note").locator("textarea")
    app.until(lambda: field.input_value() == "half a sen", "the note after the reload")


def test_after_a_lost_connection_the_next_tap_is_seen(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("pad-5-5")
    app.see("saved")
    app.drop_connection()
    app.see("saved")
    app.tap("connection-2")
    app.is_chosen("connection-2")


def test_a_page_loaded_again_in_the_middle_of_a_note_still_goes_where_one_wants(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    app.tap("only-a-note")
    app.type("note", "in a hurry")
    app.page.reload()
    app.see("note")
    app.page.go_back()
    app.see("pad-4-4")
    app.go("/entries")
    app.see("search")


def test_two_tabs_show_one_journal_and_keep_their_drafts_apart(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    one = open_app(server.link)
    one.welcome()
    other = open_app(server.link)
    other.entries()
    one.tap("pad-6-2")
    one.see("saved")
    other.read("Energy 2 of 7, low. Feels 6 of 7, easy.")
    one.tap("add-note")
    one.type("note", "only in this tab")
    on_disk(one, tmp_path, "only in this tab")
    third = open_app(server.link)
    third.see("pad-4-4")
    third.gone("left-behind")
    other.read("Energy 2 of 7, low. Feels 6 of 7, easy.")
    assert other.page.get_by_text("only in this tab").count() == 0
    one.tap("done")
    other.read("only in this tab")
