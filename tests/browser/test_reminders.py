"""Reminders: switched on, set, saved for a calendar, shown when their time has come, put off."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from icalendar import Calendar

from domain.entries import Settings
from storage.journal import open_journal
from tests.browser.conftest import Open, Serve
from tests.browser.driver import App


def test_from_the_switch_to_the_quiet_line_and_the_file(
    serve: Serve, open_app: Open, tmp_path: Path
) -> None:
    with closing(open_journal(tmp_path / "journal")) as journal:
        journal.put(Settings(welcomed=True))
    app = open_app(serve().link)
    app.tap("settings")
    app.tap("reminders")
    app.read("Nothing reminds you of anything")
    app.tap("remind-check-in")
    app.tap("nudge-0")
    app.see("day-every")
    now = datetime.now()  # noqa: DTZ005
    _choose_time(app, f"{now:%H}", f"{now:%M}")
    app.read(f"{now:%H:%M}")
    app.tap("back")
    app.tap("remind-before")
    app.see("before-60")
    with app.page.expect_download() as saved:
        app.tap("calendar-save")
    assert saved.value.suggested_filename == "moments.ics"
    events = Calendar.from_ical(Path(saved.value.path()).read_bytes()).walk("VEVENT")
    assert [str(one["summary"]) for one in events] == ["A moment for yourself"]
    assert f"{events[0].decoded('dtstart'):%H:%M}" == f"{now:%H:%M}"
    app.go("/")
    app.read("A moment for yourself")
    app.tap("reminder-later")
    app.read("Again at")
    app.gone("reminder")
    app.go("/")
    app.see("pad-4-4")
    app.gone("reminder")


def _choose_time(app: App, hour: str, minute: str) -> None:
    """Type a time into the dialog that Flutter draws."""
    app.tap("nudge-at")
    app.choose("Switch to text input mode")
    for label, words in (("Hour", hour), ("Minute", minute)):
        app.fill(app.page.get_by_label(label, exact=True), words)
    app.choose("OK")
