"""How long a person waits, on this machine.

In Chromium: from the start of the process to the first frame that can be tapped, from a tap to
"Saved" on the screen, and history and search over many entries. Without a client: the work behind
history and search, and from a tap to saved on disk, beside TinyDB's own storage of JSON.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright
from tinydb import TinyDB
from tinydb.storages import JSONStorage
from ulid import ULID

from benchmarks.measure import Measure, measure
from domain.entries import CheckIn, Settings
from domain.sample.check_ins import DAYS, check_ins
from storage.documents import to_document
from storage.journal import open_journal
from tests.browser.chromium import QUIET, executable
from tests.browser.driver import App, Server
from tests.views.stage import NOON, Stage

MANY: Final = 25_000
# From inside the page: a question from outside would be timed as well.
UNTIL: Final = """([tap, seen]) => new Promise(done => {
  const node = id => document.querySelector(`[flt-semantics-identifier="${id}"]`);
  const started = performance.now();
  const watch = new MutationObserver(() => { if (node(seen)) {
    watch.disconnect(); requestAnimationFrame(() => done(performance.now() - started)); } });
  watch.observe(document, {childList: true, subtree: true, attributes: true});
  const it = node(tap); (it.querySelector('[flt-tappable], [role=button]') ?? it).click(); })"""


def many(number: int) -> Iterator[CheckIn]:
    """The sample journal again and again, each time as much earlier as it is long."""
    for again in count():
        for one in check_ins(NOON - timedelta(days=DAYS * again)):
            yield replace(one, id=str(ULID()))
            number -= 1
            if not number:
                return


def timed(act: Callable[[], object]) -> float:
    """The seconds that it takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def saved_on_disk(folder: Path) -> Iterator[Measure]:
    """One more check-in in a journal of many, durable; TinyDB's own storage never waits for the
    disk and can lose the file."""
    what = f"tap to saved on disk, of {MANY}"
    new = [
        CheckIn(id=str(ULID()), at=NOON, logged_at=NOON, pleasantness=n % 7 + 1) for n in range(15)
    ]
    with closing(open_journal(folder)) as journal:
        yield measure(what, "meanwhile", [timed(partial(journal.put, one)) for one in new])
    with TinyDB(folder / "peer.json", storage=JSONStorage) as peer:
        peer.insert_multiple(to_document(one) for one in many(MANY))
        times = [timed(partial(peer.insert, to_document(one))) for one in new]
        yield measure(what, "TinyDB JSONStorage", times)


async def history_and_search(folder: Path) -> list[Measure]:
    """The work of opening the history and of a letter typed into its search."""
    opened, searched = [], []
    with closing(open_journal(folder)) as journal:
        for _ in range(10):
            async with Stage(journal) as stage:
                started = time.perf_counter()
                await stage.go("/entries")
                opened.append(time.perf_counter() - started)
                for typed in ("s", "so", "n"):
                    started = time.perf_counter()
                    await stage.type("search", typed)
                    searched.append(time.perf_counter() - started)
    return [
        measure(f"work of opening the history of {MANY}", "meanwhile", opened),
        measure(f"work of a letter in the search of {MANY}", "meanwhile", searched),
    ]


@contextmanager
def served(browser: Browser, folder: Path) -> Iterator[App]:
    """The app on that folder, in a phone's window."""
    server = Server(f"--data={folder}")
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, service_workers="block", locale="en-GB"
    )
    try:
        yield App(context.new_page()).open(server.link)
    finally:
        context.close()
        server.kill()


def in_chromium(browser: Browser, few: Path, lots: Path) -> Iterator[Measure]:
    """What is waited for on the screen."""
    for name, folder in (("the sample", few), (str(MANY), lots)):
        times = []
        for _ in range(5):
            started = time.perf_counter()
            with served(browser, folder) as app:
                app.see("pad-4-4")
                times.append(time.perf_counter() - started)
        yield measure(f"start to first tap, {name}", "chromium", times)
        with served(browser, folder) as app:
            yield measure(f'tap to "Saved", {name}', "chromium", list(_taps(app)))
    with served(browser, lots) as app:
        yield measure(f"tap to the history of {MANY}", "chromium", list(_histories(app)))


def _taps(app: App) -> Iterator[float]:
    for n in range(15):
        app.see(f"pad-{n % 7 + 1}-4")
        app.frames()
        yield app.page.evaluate(UNTIL, [f"pad-{n % 7 + 1}-4", "saved"]) / 1000
        app.tap("new-check-in")
        app.gone("saved")


def _histories(app: App) -> Iterator[float]:
    for _ in range(10):
        app.tap("nav-looking-back")
        app.see("to-entries")
        app.frames(30)
        yield app.page.evaluate(UNTIL, ["to-entries", "search"]) / 1000
        app.tap("nav-today")
        app.gone("search")


def measures() -> Iterator[Measure]:
    """All of them."""
    with tempfile.TemporaryDirectory() as temporary:
        few, lots = Path(temporary, "few"), Path(temporary, "lots")
        for folder, entries in ((few, check_ins(NOON)), (lots, many(MANY))):
            with closing(open_journal(folder)) as journal:
                journal.put(Settings(welcomed=True), *entries)
        path = executable()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=QUIET)
            yield from in_chromium(browser, few, lots)
            browser.close()
        yield from asyncio.run(history_and_search(lots))
        yield from saved_on_disk(lots)
