"""The lock, backups, moving in and out, and erasing, as a person goes through them."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Open, Serve
from tests.browser.driver import Server
from tests.browser.private import (
    CANARY,
    DIGITS,
    PHRASE,
    TABLE,
    carry_away,
    choose_file,
    lock_steps,
    note,
    set_lock,
    unlock,
)

PLACES = (
    "/", "/add/new", "/bring", "/bring/prepare", "/bring/prepare/sheet", "/entries", "/look-back",
    "/parts", "/parts/map", "/people", "/people/list", "/room", "/sessions", "/settings",
    "/settings/about", "/settings/backups", "/settings/backups/carry/encrypted", "/settings/erase",
    "/settings/export", "/settings/licences", "/settings/lock", "/settings/lock/new",
    "/settings/move-in", "/settings/pause", "/settings/privacy", "/settings/questions",
    "/settings/ways", "/steady", "/support",
)  # fmt: skip


def bytes_in(folder: Path) -> bytes:
    """All that is in a folder, names too."""
    return b"\n".join(
        str(path.relative_to(folder)).encode()
        + b"\n"
        + (path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    )


def test_a_lock_of_digits_from_the_first_run_on(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    for step in (1, 2):
        app.read(f"Step {step} of 3")
        app.tap("first-run-next")
    app.tap("first-run-lock")
    app.tap("first-run-next")
    lock_steps(app, "digits", DIGITS)
    app.tap("lock")
    app.see("unlock")
    assert urlsplit(app.page.url).path == "/"
    for digit in DIGITS[:4]:
        app.tap(f"digit-{digit}")
    app.read("4 digits typed")
    app.tap("unlock")
    app.read("That wasn't it.")
    for digit in DIGITS:
        app.page.keyboard.press(digit)
    app.press_key("Enter")
    app.see("lock-now")


def test_a_locked_journal_shows_nothing_and_opens_with_the_words_or_the_code(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    note(app, CANARY)
    code = set_lock(app, "words", PHRASE)
    assert CANARY.encode() not in bytes_in(tmp_path / "journal")
    server.kill()
    server = serve()
    app = open_app(f"{server.link.replace('/?', '/entries?')}")
    app.see("unlock")
    assert CANARY not in app.page.content()
    app.tap("more-support")
    app.see("region-US")
    app.tap("back")
    unlock(app, "something else")
    app.read("That wasn't it.")
    unlock(app, PHRASE)
    app.read(CANARY)
    app.tap("lock")
    app.tap("by-code")
    unlock(app, code.lower())
    app.read(CANARY)
    app.tap("lock")
    for number in range(5):
        unlock(app, f"wrong {number}")
        app.read("That wasn't it." if number < 4 else "You can try again in")
    server.kill()
    # Another run waits as well.
    app = open_app(serve().link)
    app.read("You can try again in")


def test_a_page_that_is_left_is_locked(serve: Serve, open_app: Open) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    note(app, CANARY)
    set_lock(app, "words", PHRASE)
    app.page.goto("about:blank")
    again = open_app(server.link)
    again.see("unlock")


def test_one_tap_leads_to_a_calendar_and_the_way_back_asks(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    note(app, CANARY)
    set_lock(app, "words", PHRASE)
    app.tap("back")
    app.tap("quick-exit-setting")
    app.tap("quick-exit")
    app.see("today")
    assert app.page.title() == "Calendar"
    assert urlsplit(app.page.url).path == "/month"
    app.page.go_back()
    app.frames(20)
    assert urlsplit(app.page.url).path == "/month"
    app.tap("today")
    app.see("unlock")
    assert CANARY not in app.page.content()


def test_a_backup_is_looked_into_and_put_back(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    app.welcome()
    note(app, "the first")
    app.tap("settings")
    app.tap("backups")
    app.tap("back-up")
    app.read("Backed up")
    app.tap("back")
    app.see("backups")
    app.tap("back")
    app.tap("new-check-in")
    note(app, "the second")
    app.tap("settings")
    app.tap("backups")
    app.tap("backup-0")
    app.read("What it holds, beside what is here now.")
    app.tap("put-back")
    app.see("asking")
    app.tap("put-back-now")
    app.read("Replaced on")
    app.go("/entries")
    app.read("the first")
    assert "the second" not in app.page.content()


def test_a_file_of_another_app_is_brought_in_and_taken_back(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    table = tmp_path / "anything.txt"
    table.write_text(TABLE, encoding="utf-8")
    app = open_app(serve().link)
    app.welcome()
    app.tap("settings")
    app.tap("move-in")
    choose_file(app, table)
    app.read("3 entries to bring in.")
    app.read("Line 5:")
    app.tap("mood-0")
    app.tap("mood-0-2")
    app.tap("tag-4")
    app.tap("tag-4-person")
    app.tap("bring-in")
    app.read("3 entries brought in")
    choose_file(app, table)
    app.read("Nothing in it is new here.")
    app.tap("not-now")
    app.go("/entries")
    app.read("By the river")
    app.read("Feels 2 of 7.")
    app.read("with Wren By the river")
    app.go("/settings/move-in")
    app.tap(app.first("moved-in-"))
    app.tap("take-back")
    app.read("Taken back")
    app.go("/entries")
    app.read("Nothing here yet")
    assert "By the river" not in app.page.content()


def test_a_file_is_carried_away_and_brought_in_elsewhere(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    app = open_app(serve().link)
    app.welcome()
    note(app, CANARY)
    app.go("/settings/backups/carry/encrypted")
    carried = carry_away(app, tmp_path / "carried")
    assert carried.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert CANARY.encode() not in carried.read_bytes()
    other = Server(f"--data={tmp_path / 'other'}")
    try:
        app = open_app(other.link)
        app.welcome()
        app.go("/settings/move-in")
        choose_file(app, carried)
        app.type("file-passphrase", PHRASE)
        app.tap("open-file")
        app.read("1 entry to bring in.")
        app.tap("bring-in")
        app.read("brought in")
        app.go("/entries")
        app.read(CANARY)
    finally:
        other.kill()


def test_everything_is_deleted_after_two_steps(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    server = serve()
    app = open_app(server.link)
    app.welcome()
    note(app, CANARY)
    assert CANARY.encode() in bytes_in(tmp_path / "journal")
    app.tap("settings")
    app.tap("erase")
    app.tap("erase-all")
    app.tap("erase-go-on")
    app.type("type-delete", "delete")
    app.tap("erase-now")
    app.see("first-run-next")
    assert CANARY.encode() not in bytes_in(tmp_path / "journal")
    server.stop()
    assert CANARY.encode() not in bytes_in(tmp_path / "journal")


def test_no_other_host_is_asked_and_nothing_is_left_lying_about(
    serve: Serve, open_app: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    server = serve()
    app = open_app(server.link)
    app.welcome()
    note(app, CANARY)
    for place in PLACES:
        app.go(place)
        app.frames(6)
    app.go("/settings/lock/new")
    lock_steps(app, "words", PHRASE)
    app.tap("lock-now")
    app.see("unlock")
    found = {
        "other hosts": [url for url in app.requests if urlsplit(url).hostname != "127.0.0.1"],
        "in the folder": bytes_in(tmp_path / "journal").count(CANARY.encode()),
        "in temporary files": bytes_in(temporary).count(CANARY.encode()),
        "in what it printed": "".join(server.said).count(CANARY),
        "refused": app.failed,
    }
    assert not any(found.values()), found
    assert len(app.requests) > len(PLACES)
