"""What goes wrong gets one clear sentence and loses nothing."""

from pathlib import Path

from tests.browser.conftest import Open, Serve


def test_what_cannot_be_saved_stays_and_is_saved_on_trying_again(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    app = open_app(serve().link)
    app.welcome()
    journal = tmp_path / "journal"
    journal.rename(tmp_path / "elsewhere")
    app.tap("pad-3-5")
    app.see("not-saved")
    app.read("Your words are still here.")
    app.gone("saved")
    app.is_chosen("pad-3-5")
    (tmp_path / "elsewhere").rename(journal)
    app.tap("try-again")
    app.see("saved")
    app.gone("not-saved")


def test_a_damaged_journal_is_said_and_left_as_it_is(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    journal = tmp_path / "journal" / "journal.json"
    journal.parent.mkdir()
    journal.write_text('{"app": "meanwhile", "tab', encoding="utf-8")
    app = open_app(serve().link)
    app.read("it was left as it is.")
    app.tap("more-support")
    app.tap("region-US")
    app.see("emergency")
    assert journal.read_text(encoding="utf-8") == '{"app": "meanwhile", "tab'


def test_a_second_start_says_that_the_journal_is_open(serve: Serve, open_app: Open) -> None:
    serve()
    app = open_app(serve().link)
    app.read("is already open somewhere else.")
