"""Every screen, as it is heard, touched and read in large text: a table.

Those of the sample journal, some of them once something was tapped there; those before the lock
opens; and the first run.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from domain.entries import (
    CheckIn,
    Entry,
    Moment,
    Part,
    Person,
    Reflection,
    Schedule,
    Settings,
    Sitting,
    Supporter,
    TalkingPoint,
    TherapySession,
)
from domain.keeper import Door
from domain.sample import sample_entries
from storage.keeper import FolderKeeper
from tests.browser import audit
from tests.browser.conftest import AUDIT, Open
from tests.browser.driver import App, Server
from tests.browser.private import PHRASE, TABLE, choose_file
from tests.storage.notes import CHEAP

ENTRIES: Final[tuple[Entry, ...]] = tuple(sample_entries(datetime.now(UTC)))
LOOKS: Final[dict[str, dict[str, Any]]] = {
    "phone": {"width": 390},
    "small, 200 %": {"width": 320, "large": True},
    "wide": {"width": 1280},
}
HIGH: Final = 6000
"""So high that nothing has to be scrolled to."""
COARSE: Final = 0.5
"""A box is as large on a screen of few dots, which is drawn in a fraction of the time. No width
above has half a dot."""
Step = str | Callable[[App], object]
"""What is tapped, by its identifier, or done in another way."""


class Stop:
    """A place to look at once some steps were made there; in braces is whose id stands there."""

    def __init__(self, place: str, *steps: Step) -> None:
        self.place = place.format_map(ID)
        self.steps = [one.format_map(ID) if isinstance(one, str) else one for one in steps]

    def __str__(self) -> str:
        return " ".join((self.place, *(one for one in self.steps if isinstance(one, str))))


def _search(words: str) -> Step:
    return lambda app: app.type("search", words)


def _choose_a_file(app: App) -> None:
    with TemporaryDirectory() as folder:
        table = Path(folder) / "another.csv"
        table.write_text(TABLE)
        choose_file(app, table)
        app.see("bring-in")


def _first(kind: type[Entry], **wanted: object) -> str:
    return next(
        one.id
        for one in ENTRIES
        if isinstance(one, kind)
        and all(getattr(one, name) == value for name, value in wanted.items())
    )


SUPPORT: Final = ("/support", "/steady")
ID: Final = {
    "part": _first(Part, role="works_ahead"),
    "tender": _first(Part, role="tender"),
    "person": _first(Person),
    "moment": next(one.id for one in ENTRIES if isinstance(one, Moment) and one.repair),
    "check_in": next(one.id for one in ENTRIES if isinstance(one, CheckIn) and one.note),
    "sitting": _first(Sitting),
    "reflection": _first(Reflection),
    "point": _first(TalkingPoint, state="open"),
    "session": _first(TherapySession),
    "schedule": _first(Schedule),
}
WALKED: Final = """
    / /support /steady /add/new /add/{check_in} /moment /room /nowhere
    /look-back /look-back/{check_in} /entries /entries/{check_in}
    /entries/{moment} /entries/{sitting} /entries/{reflection}
    /bring /bring/{point} /bring/prepare /bring/prepare/sheet /bring/prepare/sheet/paper
    /parts /parts/map /parts/new /parts/{part} /parts/{tender} /parts/{part}/edit
    /people /people/list /people/new
    /people/{person} /people/{person}/edit /people/{person}/moment
    /sessions /sessions/{session} /sessions/plan/new /sessions/plan/{schedule}
    /settings /settings/about /settings/export /settings/privacy /settings/licences
    /settings/licences/flet /settings/move-in /settings/lock /settings/lock/new
    /settings/backups /settings/backups/carry /settings/erase /settings/erase/journal
    /settings/questions /settings/reminders /settings/reminders/new /settings/pause
    /settings/ways
"""
PLACES: Final = tuple(map(Stop, WALKED.split()))
# What a tap opens, and what holds on to the page when the browser goes elsewhere.
OPENED: Final = (
    Stop("/month"),
    Stop("/parts/{part}/sit"),
    Stop("/add/{check_in}", "add-part"),
    Stop("/bring", "menu-{point}"),
    Stop("/bring/{point}", "for-good"),
    Stop("/look-back", "table-pleasantness", "pleasantness-row-0"),
    Stop("/entries", _search("work")),
    Stop("/entries", _search("nothing of the kind")),
    Stop("/parts/map", "map-{part}"),
    Stop("/people", "web-{person}"),
    Stop("/support", "change-region"),
    Stop("/support", "add-person"),
    Stop("/settings/move-in", _choose_a_file),
)
SHUT: Final = (Stop("/"), Stop("/", "by-code"), *map(Stop, SUPPORT))
"""What there is before the lock opens."""
NEW: Final = tuple(map(Stop, ("/", "/yours", "/yours/lock", *SUPPORT)))
"""The first run."""


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[Server]]:
    """The app over the sample journal, over the same behind a lock, and over none yet."""
    noor = Supporter("Noor", "555 0100", "any hour")
    for name in ("sample", "locked"):
        keeper = FolderKeeper(tmp_path / name, cost=CHEAP)
        keeper.journal.put(Settings(welcomed=True, region="GB", supporters=(noor,)), *ENTRIES)
        if name == "locked":
            keeper.set_lock(PHRASE, keeper.new_code(), Door())
        keeper.close()
    every = [Server(f"--data={tmp_path / name}") for name in ("sample", "locked", "new")]
    yield every
    for server in every:
        server.kill()


def _look(app: App, stop: Stop, look: str) -> list[audit.Finding]:
    return audit.findings(str(stop), look, audit.settled(app))


def test_every_screen_can_be_heard_touched_and_read(
    servers: list[Server], open_app: Open, record_property: Callable[[str, str], None]
) -> None:
    found: list[audit.Finding] = []
    for look, given in LOOKS.items():
        for server, stops in zip(servers, (OPENED, SHUT, NEW), strict=True):
            size = {"width": given["width"], "height": HIGH}
            large = given.get("large", False)
            app = open_app(server.link, viewport=size, device_scale_factor=COARSE, large=large)
            if server is servers[0]:
                for stop in PLACES:
                    audit.turn_to(app, stop.place)
                    found += _look(app, stop, look)
            for stop in stops:
                app.go(stop.place)
                for step in stop.steps:
                    if isinstance(step, str):
                        app.tap(step)
                    else:
                        step(app)
                found += _look(app, stop, look)
            app.page.context.close()
    count = sum(map(len, (PLACES, OPENED, SHUT, NEW)))
    record_property(AUDIT, audit.table(dict.fromkeys(LOOKS, count), found))
    assert not found
