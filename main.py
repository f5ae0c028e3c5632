"""The door: reads the options, opens the journal, runs the app."""

import argparse
import locale
import os
import re
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import flet as ft

from domain.entries import Helping, Settings
from domain.journal import JournalError
from domain.keeper import Keeper
from domain.language import hear, speak, tr
from domain.sample import NAMES, sample_entries
from storage.browser import opfs
from storage.journal import forgetful_journal
from storage.keeper import FolderKeeper
from storage.loose import LooseKeeper
from storage.paths import data_folder
from views import app

ASSETS = str(Path(__file__).parent / "assets")

JOURNAL = Path("/journal")
"""Where Python in a browser finds the storage of the page."""

Main = Callable[[ft.Page], None]


def main() -> None:
    """Run the app as the options say."""
    if sys.platform == "emscripten":
        _in_a_page()
        return
    # A page tells of its own device; what is printed, and the sample, are for this one.
    hear(heard())
    speak()
    options = _options()
    with _opened(options) as show:
        if "FLET_PLATFORM" in os.environ:
            ft.run(show, assets_dir="assets")
        elif options.browser or not _in_a_window(show):
            _in_the_browser(show, options)


def heard() -> list[tuple[str, str]]:
    """The language of this computer and its place; nothing where none is set."""
    names = [os.environ.get(one) for one in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform == "win32":
        import ctypes

        names.append(locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage()))
    # "C" and "POSIX" are no language.
    told = re.match(r"([a-z]{2,3})(?:[_-]([A-Z]{2}|\d{3}))?\b", next(filter(None, names), ""))
    return [(told[1], told[2] or "")] if told else []


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="meanwhile", description=tr("private notebook, not therapy")
    )
    parser.add_argument("--data", metavar="DIR", help=tr("the folder of the journal"))
    parser.add_argument(
        "--browser", action="store_true", help=tr("in the browser, not in a window")
    )
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help=tr("the port for the browser")
    )
    parser.add_argument(
        "--no-open", action="store_true", help=tr("print the link, open no browser")
    )
    parser.add_argument(
        "--sample", action="store_true", help=tr("an invented journal to look around")
    )
    return parser.parse_args()


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[Main]:
    """What shows the journal of the options; or why it can't be opened."""
    with tempfile.TemporaryDirectory(prefix="meanwhile-") as temporary:
        folder = Path(temporary) if options.sample else data_folder(options.data)
        keeper = FolderKeeper(folder)
        try:
            if options.sample:
                now = datetime.now().astimezone()
                asked = Helping((now - timedelta(days=12)).date(), "neutral")
                settings = Settings(welcomed=True, names=NAMES, helping=(asked,))
                keeper.journal.put(settings, *sample_entries(now, app.zone_here()))
            yield lambda page: app.start(page, keeper, sample=options.sample)
        finally:
            keeper.close()


def _in_a_page() -> None:
    """Python is in the browser itself, and nobody serves anything."""
    worker = import_module("flet_js")

    async def show(page: ft.Page) -> None:
        try:
            keeper = await _in_its_storage()
            # Once there is something to keep, the browser is asked not to clear it by itself.
            keeper.journal.listen(worker.keep)
            app.start(page, keeper)
        finally:
            worker.started()

    ft.run(show)


async def _in_its_storage() -> Keeper:
    try:
        await opfs.mount(JOURNAL)
    except JournalError as error:
        keeper = LooseKeeper(forgetful_journal())
        keeper.refused = str(error)
        return keeper
    return FolderKeeper(JOURNAL)


def _in_the_browser(show: Main, options: argparse.Namespace) -> None:
    # A phone's build has no web server in it.
    from views import loopback

    loopback.serve(show, port=options.port, open_browser=not options.no_open, assets_dir=ASSETS)


def _in_a_window(show: Main) -> bool:
    """Whether Flet's desktop window could be had; it is fetched when it is first needed."""
    # Without DISPLAY, Wayland or not, Flet would serve the app unguarded on every interface, and
    # without its desktop package it would install it.
    no_screen = sys.platform == "linux" and not os.environ.get("DISPLAY")
    served = "FLET_FORCE_WEB_SERVER" in os.environ
    if not (no_screen or served) and find_spec("flet_desktop"):
        # Flet would wait for ever where the network takes its question and never answers.
        socket.setdefaulttimeout(10)
        with suppress(ImportError, OSError):
            ft.run(show, assets_dir=ASSETS)
            return True
        socket.setdefaulttimeout(None)
    print(tr("There is no window to be had here, so Meanwhile opens in the browser."))  # noqa: T201
    return False


if __name__ == "__main__":
    main()
