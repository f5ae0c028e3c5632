"""What a screen reader says by itself, heard where Flutter has the browser say it."""

from typing import Any

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

HEAR = """window.heard = [];
new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(node => {
  const loud = one.target.nodeName === 'FLT-ANNOUNCEMENT-ASSERTIVE';
  if (loud || one.target.nodeName === 'FLT-ANNOUNCEMENT-POLITE')
    heard.push((loud ? 'loudly: ' : '') + node.textContent.trim()); })))
  .observe(document, {childList: true, subtree: true});"""


class Listener:
    """What is said on a page from its beginning on."""

    def __init__(self, app: App) -> None:
        self._page = app.page
        self._app = app
        self._app.page.add_init_script(HEAR)
        self._app.reload()

    def hears(self, *beginnings: str) -> None:
        """Wait for something to be said; nothing else was before, and nothing is after it."""
        heard: Any = []

        def said() -> bool:
            heard[:] = self._page.evaluate("heard")
            return len(heard) >= len(beginnings)

        self._app.until(said, f"{beginnings} said")
        self._app.frames(30)
        heard[:] = self._page.evaluate("heard.splice(0)")
        assert len(heard) == len(beginnings), heard
        for words, beginning in zip(heard, beginnings, strict=True):
            assert words.startswith(beginning), heard


def test_saved_and_undone_are_said_once_on_whatever_screen_one_is(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link)
    app.welcome()
    listener = Listener(app)
    app.see("pad-4-4")
    listener.hears()
    app.tap("pad-3-5")
    listener.hears("Saved ")
    app.tap("nav-looking-back")
    app.see("to-entries")
    app.tap("nav-today")
    app.see("saved")
    listener.hears()
    app.tap("undo")
    app.see("undo-notice")
    listener.hears("Taken back")
    app.tap("nav-bring")
    app.see("notice")
    listener.hears()
    app.tap("undo-notice")
    listener.hears("Undone", "Saved ")


def test_how_many_were_found_is_said_when_it_is_another_number(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve("--sample").link)
    app.entries()
    app.see("search")
    listener = Listener(app)
    app.see("search")
    listener.hears()
    app.type("search", "nothing of the kind")
    listener.hears("0 entries")
    app.tap("clear-search")
    entry = app.first("entry-")
    app.tap(entry)
    app.see("delete")
    app.tap("back")
    app.see("search")
    listener.hears()
