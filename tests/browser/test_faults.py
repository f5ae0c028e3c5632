"""What goes wrong gets one clear sentence and loses nothing."""

import signal
from pathlib import Path

from tests.browser.conftest import Open, Serve


def test_what_cannot_be_saved_stays_and_is_saved_on_trying_again(
    serve: Serve, open_app: Open
) -> None:
    server = serve(program="tests/browser/limited.py")
    app = open_app(server.link)
    app.welcome()
    server.process.send_signal(signal.SIGUSR1)
    app.tap("pad-3-5")
    app.see("not-saved")
    app.read("Your words are still here.")
    app.gone("saved")
    app.is_chosen("pad-3-5")
    server.process.send_signal(signal.SIGUSR2)
    app.tap("try-again")
    app.see("saved")
    app.gone("not-saved")
    server.kill()
    again = open_app(serve().link)
    again.entries()
    again.read("Energy 5 of 7, a bit high. Feels 3 of 7, a bit hard.")


def test_a_damaged_journal_is_said_and_left_as_it_is(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    journal = tmp_path / "journal" / "vault.json"
    journal.parent.mkdir()
    journal.write_text('{"app": "meanwhile", "tab', encoding="utf-8")
    (journal.parent / "log-0").write_bytes(b"no log")
    app = open_app(serve().link)
    app.read("it was left as it is.")
    app.tap("more-support")
    app.tap("region-US")
    app.see("emergency")
    assert journal.read_text(encoding="utf-8") == '{"app": "meanwhile", "tab'


def test_what_was_damaged_is_told_once_and_the_rest_is_there(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    for step in (1, 2):
        app.tap(f"pad-{step}-{step}")
        app.see("saved")
        app.tap("new-check-in")
        app.gone("saved")
    server.kill()
    log = tmp_path / "journal" / "log-0"
    content = bytearray(log.read_bytes())
    content[content.index(b"check_ins") + 20] ^= 1
    log.write_bytes(content)
    app = open_app(serve().link)
    app.read("Part of the journal can't be read.")
    app.tap("told-read")
    app.gone("told")
    app.entries()
    app.read("Energy 2 of 7, low. Feels 2 of 7, hard.")


def test_a_second_start_says_that_the_journal_is_open(serve: Serve, open_app: Open) -> None:
    serve()
    app = open_app(serve().link)
    app.read("is already open somewhere else (process")
