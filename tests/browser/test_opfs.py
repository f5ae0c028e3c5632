"""The disk in the browser: what was saved is there, whatever happens to the page."""

import io
import os
import re
import signal
import subprocess
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata, resources
from pathlib import Path, PurePath
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from playwright.sync_api import Error as PlaywrightError

from storage.browser.opfs import REFUSALS
from tests.browser.chromium import QUIET, executable

ROOT = Path(__file__).parents[2]
PAGE = Path(__file__).parent / "opfs_page"
NEEDED = ("babel", "tinydb", "python-dateutil", "python-ulid", "platformdirs", "six", "tzdata")
COPIES = ("catalogue-a", "catalogue-b")
# As the app is served: nothing is evaluated, nothing asked for elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "img-src data:; worker-src 'self'"
)


def packages() -> bytes:
    """What Python needs there, in a tar."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        for name in ("domain", "storage", "builds/nacl"):
            tar.add(ROOT / name, Path(name).name, filter=_without_bytecode)
        tar.add(PAGE / "trying.py", "trying.py")
        for package in NEEDED:
            for one in metadata.files(package) or ():
                if one.suffix != ".pyc" and ".." not in one.parts and _is_spoken(one):
                    tar.add(str(one.locate()), str(one))
    return packed.getvalue()


def _is_spoken(one: PurePath) -> bool:
    """Not the locales of languages that nobody speaks here."""
    return one.suffix != ".dat" or one.stem in ("global", "root", "en", "en_001", "en_GB")


def _without_bytecode(one: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if "__pycache__" in one.name else one


class Handler(SimpleHTTPRequestHandler):
    """Serves the page, Pyodide, the disk, and the packages."""

    def __init__(self, packed: bytes, *rest: Any) -> None:
        self.packed = packed
        super().__init__(*rest, directory=str(PAGE))

    def translate_path(self, path: str) -> str:
        """Where a file lies."""
        if path.startswith("/pyodide/"):
            return f"{resources.files('flet_web')}/web{path}"
        own = ROOT / "storage" / "browser" / path[1:]
        return str(own) if own.is_file() else super().translate_path(path)

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/packages.tar":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.packed)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """With what is allowed there."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Where the page is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, packages()))
    serving = Thread(target=server.serve_forever)
    serving.start()
    yield server.server_port
    server.shutdown()
    serving.join()
    server.server_close()


@cache
def found_executable() -> str:
    """The path of a Chromium."""
    # Playwright runs in this thread already.
    with ThreadPoolExecutor(1) as other:
        path = other.submit(executable).result()
    assert path is not None
    return path


class Chromium:
    """A Chromium with a profile on the disk, in processes of its own."""

    def __init__(self, browser: Browser, profile: Path) -> None:
        self.process = subprocess.Popen(
            [
                found_executable(),
                "--headless=new",
                "--remote-debugging-port=0",
                f"--user-data-dir={profile}",
                "--no-first-run",
                *QUIET,
            ],
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stderr is not None
        at = next(
            found[1] for line in self.process.stderr if (found := re.search(r"(ws://\S+)", line))
        )
        self._listening = Thread(target=self.process.stderr.read)
        self._listening.start()
        self.browser = browser.browser_type.connect_over_cdp(at)

    @property
    def context(self) -> BrowserContext:
        """The one that is on the disk."""
        return self.browser.contexts[0]

    def end(self) -> None:
        """All its processes at once, as a crash would."""
        os.killpg(self.process.pid, signal.SIGKILL)

    def kill(self) -> None:
        """End it where it was not, and wait for that."""
        if self.process.poll() is None:
            self.end()
        self.process.wait()
        self._listening.join()
        assert self.process.stderr is not None
        self.process.stderr.close()


@pytest.fixture(scope="module")
def chromium(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """One for most tests."""
    one = Chromium(browser, tmp_path_factory.mktemp("profile"))
    yield one
    one.kill()


class Tab:
    """A page with Python in a worker."""

    def __init__(self, context: BrowserContext, link: str) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.goto(link)

    def run(self, code: str) -> Any:
        """What a piece of Python returns."""
        return self.page.evaluate("code => python(code)", code)

    def again(self, code: str) -> Any:
        """The same, when the disk was closed and opened again."""
        return self.run(f"await let_go(); keeper = await opened(); {code}")

    def replace(self, name: str, content: str) -> None:
        """Put something in the place of what lies on the disk, which is closed."""
        self.page.evaluate("([name, content]) => replace(name, content)", [name, content])

    def raw(self) -> dict[str, str]:
        """What lies on the disk, which is closed for it."""
        self.run("await let_go()")
        found: dict[str, str] = self.page.evaluate("raw()")
        return found


@pytest.fixture(scope="module")
def shared(chromium: Chromium, port: int) -> Tab:
    """One tab for most tests: it takes a while until Python runs."""
    return Tab(chromium.context, f"http://127.0.0.1:{port}/")


@pytest.fixture
def tab(shared: Tab) -> Iterator[Tab]:
    """A tab whose disk is open and empty."""
    shared.run("keeper = await opened()")
    yield shared
    shared.run("await let_go()")
    shared.page.evaluate("empty()")


def test_what_is_saved_is_there_after_a_reload(tab: Tab) -> None:
    tab.run("put(keeper, 1, 2); keeper.journal.remove(check_in(1))")
    tab.page.reload()
    assert tab.run("keeper = await opened(); state(keeper)") == "2"


def test_a_worker_that_is_ended_makes_room_for_the_next(tab: Tab) -> None:
    tab.run("put(keeper, 1)")
    tab.page.evaluate("anew()")
    assert tab.run("keeper = await opened(); state(keeper)") == "1"


def test_one_tab_at_a_time(shared: Tab, chromium: Chromium) -> None:
    other = Tab(chromium.context, shared.page.url)
    other.run("keeper = await opened(); put(keeper, 1)")
    assert shared.run("await refused()") == REFUSALS["taken"]
    other.page.close()
    assert shared.run("keeper = await opened(); state(keeper)") == "1"
    shared.run("await let_go()")
    shared.page.evaluate("empty()")


def test_killed_in_the_middle_of_writing(browser: Browser, port: int, tmp_path: Path) -> None:
    saved = 0
    # The last only looks at what the one before it left.
    for lines in (8, 31, 1):
        chromium = Chromium(browser, tmp_path)
        try:
            tab = Tab(chromium.context, f"http://127.0.0.1:{port}/")
            found = tab.run("keeper = await opened(); state(keeper)").split()
            # More may be there than were told of in time.
            assert len(found) >= saved
            assert found == [str(number) for number in range(len(found))]
            saved = _killed(chromium, tab, len(found), lines)
        finally:
            chromium.kill()


def _killed(chromium: Chromium, tab: Tab, first: int, lines: int) -> int:
    """How many it told of when it was killed, after so many lines."""
    told = []

    def hear(message: ConsoleMessage) -> None:
        told.append(int(message.text))
        if len(told) == lines:
            chromium.end()

    tab.page.on("console", hear)
    with pytest.raises(PlaywrightError):
        tab.run(f"go_on(keeper, {first})")
    return told[-1] + 1


def test_upkeep(tab: Tab) -> None:
    tab.run("put(keeper, 1); keeper.back_up(); put(keeper, 2); keeper.back_up(); put(keeper, 3)")
    tab.run("folder_of(keeper).store.compact(); put(keeper, 4)")
    assert tab.again("state(keeper)") == "1 2 3 4"
    tab.run("keeper.restore('2026-03-01')")
    assert tab.again("state(keeper)") == "1 2"
    assert tab.run("str(len(keeper.backups()))") == "2"
    tab.run("keeper.erase(backups=True)")
    assert tab.again("state(keeper)") == ""
    assert tab.run("str(len(keeper.backups()))") == "0"


def test_what_is_erased_is_nowhere(tab: Tab) -> None:
    tab.run("keeper.journal.put(check_in(1, 'canary')); put(keeper, 2); keeper.back_up()")
    assert any("canary" in content for content in tab.raw().values())
    tab.again("keeper.erase_entries(check_in(1))")
    assert not any("canary" in content for content in tab.raw().values())
    assert tab.again("state(keeper)") == "2"
    tab.run("keeper.erase(backups=True); keeper.close()")
    assert not any("n2" in content for content in tab.raw().values())


@pytest.mark.parametrize("copy", COPIES)
def test_one_copy_of_the_names_is_enough(tab: Tab, copy: str) -> None:
    tab.run("put(keeper, 1); keeper.back_up(); put(keeper, 2)")
    tab.replace(copy, tab.raw()[copy][:60] + "not what was here")
    assert tab.again("state(keeper)") == "1 2"
    found = tab.raw()
    assert found[COPIES[0]] == found[COPIES[1]]


@pytest.mark.parametrize("newer", COPIES)
def test_the_names_are_the_newest_that_are_whole(tab: Tab, newer: str) -> None:
    older = next(copy for copy in COPIES if copy != newer)
    tab.run("put(keeper, 1)")
    before = tab.raw()
    tab.again("(JOURNAL / 'new').touch()")
    after = tab.raw()
    # As a crash between the two writes leaves it.
    tab.replace(older, before[older])
    assert tab.again("(JOURNAL / 'new').exists()")
    # As one in the middle of the first does: none of it, a part of it, all but the end of it.
    end = after[newer].index("\0")
    for cut in (0, 5, 30, end - 1):
        tab.run("await let_go()")
        tab.replace(older, before[older])
        tab.replace(newer, after[newer][:cut] + before[newer][cut:])
        assert not tab.again("(JOURNAL / 'new').exists()")
        assert tab.run("state(keeper)") == "1"


def test_without_its_names_all_is_left_as_it_is(tab: Tab) -> None:
    tab.run("put(keeper, 1); await let_go()")
    for copy in COPIES:
        tab.replace(copy, "not what was here")
    before = tab.raw()
    assert tab.run("await refused()") == REFUSALS["unreadable"]
    assert tab.raw() == before


@contextmanager
def at_most(page: Page, size: int) -> Iterator[None]:
    """A quota of so many bytes for its origin."""
    session = page.context.new_cdp_session(page)
    origin = {"origin": page.evaluate("location.origin")}
    session.send("Storage.overrideQuotaForOrigin", {**origin, "quotaSize": size})
    try:
        yield
    finally:
        session.send("Storage.overrideQuotaForOrigin", origin)
        session.detach()


def test_a_full_disk(tab: Tab) -> None:
    used = tab.page.evaluate("navigator.storage.estimate().then(found => found.usage)")
    with at_most(tab.page, used + 300_000):
        saved = tab.run("fill(keeper)")
        assert saved > 0
        there = " ".join(map(str, range(saved)))
        assert tab.run("state(keeper)") == there
        # What needs room can't be done, and leaves all as it was.
        assert tab.run("full(keeper.back_up)")
        assert tab.run("full(folder_of(keeper).store.compact)")
        assert tab.again("state(keeper)") == there
    tab.run(f"put(keeper, {saved}); keeper.back_up()")
    assert tab.again("state(keeper)") == f"{there} {saved}"


def test_a_full_disk_can_be_emptied(tab: Tab) -> None:
    tab.run("put(keeper, 1); keeper.back_up()")
    with at_most(tab.page, 1):
        tab.again("keeper.erase(backups=True)")
        assert not any("n1" in content for content in tab.raw().values())
    assert tab.again("state(keeper)") == ""


def test_names_that_find_no_room(tab: Tab) -> None:
    with at_most(tab.page, 1):
        tab.again("")
        made = tab.run("create_many(15, 300)")
        assert 0 < made < 15
        assert tab.run("len(list(JOURNAL.glob('empty-*')))") == made
        assert tab.again("len(list(JOURNAL.glob('empty-*')))") == made
        tab.run("(JOURNAL / f'empty-0{300 * '-'}').unlink()")
    assert tab.again("len(list(JOURNAL.glob('empty-*')))") == made - 1


def test_without_room_there_is_no_journal(tab: Tab) -> None:
    tab.run("await let_go()")
    tab.page.evaluate("empty()")
    with at_most(tab.page, 1):
        assert tab.run("await refused()") == REFUSALS["full"]
    tab.again("")


def test_files_without_names_run_out_and_come_back(tab: Tab) -> None:
    made = tab.run("create_many(100, 0)")
    assert 10 < made < 100
    tab.run("_ = await ready()")
    assert tab.run(f"(JOURNAL / 'empty-{made}').touch()") is None
    assert tab.again("len(list(JOURNAL.glob('empty-*')))") == made + 1


def test_a_file_lasts_until_it_is_closed(tab: Tab) -> None:
    code = """
opened_file = (JOURNAL / "file").open("w+")
opened_file.write("words")
(JOURNAL / "file").unlink()
opened_file.seek(0)
opened_file.read()
"""
    assert tab.run(code) == "words"
    assert any("words" in content for content in tab.raw().values())
    tab.again("")
    assert not any("words" in content for content in tab.raw().values())


@pytest.mark.parametrize("seed", [1, 2])
def test_it_does_what_a_folder_in_memory_does(tab: Tab, seed: int) -> None:
    tab.run("keeper.close(); await let_go()")
    tab.page.evaluate("empty()")
    assert tab.run(f"await agree({seed}, 600)") > 150


def test_a_browser_that_refuses(tab: Tab) -> None:
    tab.run("await let_go(); import js; kept = js.FileSystemSyncAccessHandle")
    tab.run("js.FileSystemSyncAccessHandle = None")
    assert tab.run("await refused()") == REFUSALS["refused"]
    tab.run("js.FileSystemSyncAccessHandle = kept")
    # As in a private window of some browsers.
    tab.run("reject = js.Promise.reject.bind(js.Promise, js.DOMException.new('', 'SecurityError'))")
    tab.run("js.navigator.storage.getDirectory = reject")
    assert tab.run("await refused()") == REFUSALS["refused"]
    tab.run("del js.navigator.storage.getDirectory")
    assert tab.again("state(keeper)") == ""


def test_what_the_browser_says_of_itself(tab: Tab) -> None:
    found = tab.page.evaluate("navigator.storage.estimate()")
    free = tab.run("import shutil; shutil.disk_usage(JOURNAL).free")
    assert 0 <= found["quota"] - free < 100_000_000
    assert tab.run("await opfs.is_lasting()") in (True, False)
