"""What one does with the lock and with files, for tests in the browser."""

from pathlib import Path

from tests.browser.driver import App

PHRASE = "plain moss under the stairs"
DIGITS = "246802"
CANARY = "canary in the coal cellar"
TABLE = """full_date,date,weekday,time,mood,activities,scales,note_title,note
2026-05-27,May 27,Wednesday,13:48,meh,work | walk,,A title,Some words
2026-05-26,May 26,Tuesday,8:30 pm,rad,Wren | music,,,By the river
2026-05-25,May 25,Monday,22:00,blorp,tired,,,
0000-05-25,May 25,Monday,22:00,awful,work,,,
"""


def unlock(app: App, secret: str) -> None:
    """Say a secret at the lock."""
    app.type("secret", secret)
    app.page.locator('[flt-semantics-identifier="unlock"]:not([aria-disabled=true])').wait_for(
        state="attached"
    )
    app.tap("unlock")


def note(app: App, words: str) -> None:
    """Write a note on Today."""
    app.tap("only-a-note")
    app.type("note", words)
    app.tap("done")
    app.see("pad-4-4")


def set_lock(app: App, kind: str, secret: str) -> str:
    """Set a lock from the settings on; its recovery code."""
    app.tap("settings")
    app.tap("lock-settings")
    app.tap("lock-set")
    return lock_steps(app, kind, secret)


def lock_steps(app: App, kind: str, secret: str) -> str:
    """The steps of setting a lock; its recovery code."""
    app.tap(f"kind-{kind}")
    app.type("secret", secret)
    app.type("secret-again", secret)
    app.tap("go-on")
    spelled = app.see("recovery-code").get_attribute("aria-label") or ""
    code = spelled.replace(" ", "")
    app.tap("code-kept")
    app.type("code-back", code)
    app.tap("go-on")
    app.see("lock-now")
    return code


def choose_file(app: App, path: Path) -> None:
    """Choose a file in the dialog of the browser."""
    with app.page.expect_file_chooser() as asked:
        app.press("choose-file")
    asked.value.set_files(path)


def carry_away(app: App, to: Path) -> Path:
    """Save everything into a file that the phrase opens, on the screen that asks for it."""
    app.type("carry-secret", PHRASE)
    app.type("carry-secret-again", PHRASE)
    app.tap("make-file")
    app.see("file-ready")
    with app.page.expect_download() as coming:
        app.tap("save-file")
    coming.value.save_as(to)
    return to
