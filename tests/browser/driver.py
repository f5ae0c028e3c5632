"""Drives the app in Chromium through Flutter's accessibility tree, by identifier."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).parents[2]
TREE_ON = """new MutationObserver(() => document.querySelector('flt-semantics-placeholder')
  ?.dispatchEvent(new MouseEvent('click', {bubbles: true,
    clientX: innerWidth / 2, clientY: innerHeight / 2})))
  .observe(document, {childList: true, subtree: true});"""
SOCKETS = """window.sockets = []; const Plain = WebSocket;
window.WebSocket = class extends Plain {
  constructor(...all) { super(...all); sockets.push(this); } };"""
HEARING = """const { addEventListener, removeEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (name, ...more) {
  if (name === 'input') this.hears = true;
  addEventListener.call(this, name, ...more); };
EventTarget.prototype.removeEventListener = function (name, ...more) {
  if (name === 'input') this.hears = false;
  removeEventListener.call(this, name, ...more); };"""
TEXT_OF_200_PERCENT = """new MutationObserver(() => {
  if (document.documentElement) document.documentElement.style.fontSize = '32px'; })
  .observe(document, {childList: true, subtree: true});"""
FRAMES = """n => new Promise(done => {
  const next = () => n-- > 0 ? requestAnimationFrame(next) : done(); next(); })"""
TAPPABLE = ":is([flt-tappable], [role=button], [role=switch], input, textarea)"
ON = ":not([aria-disabled=true])"


class Server:
    """main.py in a process of its own, on a computer of a `locale`; `link` is what it printed."""

    def __init__(
        self, *options: str, port: int = 0, program: str = "main.py", locale: str = "C.UTF-8"
    ) -> None:
        self.process = subprocess.Popen(
            [
                sys.executable,
                ROOT / program,
                "--browser",
                "--no-open",
                f"--port={port}",
                *options,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
            env={**os.environ, "LC_ALL": locale},
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://\S+", line):
                self.link = found.group()
                break
        else:
            raise AssertionError("".join(self.said))
        self.port = urlsplit(self.link).port or 0
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        self.said.extend(self.process.stdout)

    def kill(self) -> None:
        """As a crash would."""
        self.process.kill()
        self._ended()

    def stop(self) -> None:
        """As Ctrl+C would."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)
        self._ended()

    def _ended(self) -> None:
        self.process.wait()
        self._listening.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


class Files:
    """A folder of files at `link`, some way down a host, as any host would serve it."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        below = "/notes/for-me/"

        class Handler(SimpleHTTPRequestHandler):
            def translate_path(self, path: str) -> str:
                if not path.startswith(below):
                    return str(folder / "nothing is here")
                return super().translate_path("/" + path.removeprefix(below))

            def copyfile(self, source: Any, outputfile: Any) -> None:
                # A page that is left takes no more.
                with suppress(ConnectionError):
                    super().copyfile(source, outputfile)

            def log_message(self, *_: Any) -> None:
                """What was asked for is told by the browser."""

        def handle(*given: Any) -> Handler:
            return Handler(*given, directory=str(folder))

        self._server = ThreadingHTTPServer(("127.0.0.1", port), handle)
        self._server.daemon_threads = True
        self._serving = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._serving.start()
        self.port = self._server.server_port
        self.link = f"http://127.0.0.1:{self.port}{below}"

    def stop(self) -> None:
        """Answer nobody any more."""
        self._server.shutdown()
        self._server.server_close()
        self._serving.join()


class App:
    """One page of the app, and what a person does there."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.requests: list[str] = []
        self.failed: list[str] = []
        page.set_default_timeout(20_000)
        page.add_init_script(TREE_ON)
        page.add_init_script(SOCKETS)
        page.add_init_script(HEARING)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("response", self._answered)

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")

    def open(self, link: str) -> "App":
        """Go there and wait until something can be tapped."""
        self.page.goto(link, wait_until="commit")
        return self._opened()

    def reload(self) -> "App":
        """Load the page anew and wait until something can be tapped."""
        self.page.reload(wait_until="commit")
        return self._opened()

    def _opened(self) -> "App":
        self.page.wait_for_selector("[flt-semantics-identifier]", state="attached", timeout=90_000)
        return self

    def id(self, identifier: str) -> Locator:
        """The node with that identifier."""
        return self.page.locator(f'[flt-semantics-identifier="{identifier}"]')

    def frames(self, count: int = 3) -> None:
        """Let some frames be painted."""
        self.page.evaluate(FRAMES, count)

    def see(self, identifier: str) -> Locator:
        """Wait until a node is there."""
        node = self.id(identifier).first
        node.wait_for(state="attached")
        return node

    def gone(self, identifier: str) -> None:
        """Wait until no such node is there."""
        expect(self.id(identifier)).to_have_count(0, timeout=20_000)

    def read(self, words: str) -> None:
        """Wait until words are somewhere in the tree."""
        wanted = re.compile(re.escape(words))
        tree = self.page.locator("flt-semantics-host *")
        expect(
            tree.filter(has_text=wanted).or_(self.page.get_by_label(wanted)).first
        ).to_be_attached(timeout=20_000)

    def tap(self, identifier: str) -> None:
        """Tap as assistive technology does."""
        here = f'[flt-semantics-identifier="{identifier}"]'
        # While one screen gives way to another its nodes are there and can't be tapped yet.
        node = self.page.locator(f"{here}{TAPPABLE}{ON}, {here} {TAPPABLE}{ON}").last
        node.dispatch_event("click")
        self.taps += 1
        self.frames()

    def press(self, identifier: str) -> None:
        """Tap with a real pointer, which Flutter itself must find to be on the thing."""
        box = self.see(identifier).bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.taps += 1
        self.frames()

    def type(self, identifier: str, words: str) -> None:
        """Put words into a field."""
        self.fill(self.see(identifier).locator("input, textarea").first, words)

    def fill(self, box: Locator, words: str) -> None:
        """Put words into an input of Flutter's."""
        self.until(lambda: self._filled(box, words), f"typing {words!r}")

    def _filled(self, box: Locator, words: str) -> bool:
        box.focus()
        self._heard()
        box.fill(words)
        self.frames(8)
        return box.input_value() == words

    def write(self, words: str) -> None:
        """Type words, letter by letter, where the cursor is."""
        self._heard()
        self.page.keyboard.type(words)
        self.frames(8)

    def _heard(self) -> None:
        """Wait until Flutter hears what is typed, which is some frames after the focus."""
        self.until(lambda: bool(self.page.evaluate("document.activeElement.hears")), "a cursor")
        self.frames(3)

    def until(self, true: Callable[[], bool], what: str, tries: int = 200) -> None:
        """Look again after each few frames until something is true."""
        for _ in range(tries):
            if true():
                return
            self.frames(3)
        raise AssertionError(f"not in {tries} tries: {what}")

    def press_key(self, key: str) -> None:
        """Press a key, and let the app answer."""
        self.page.keyboard.press(key)
        self.frames(8)

    def focused(self) -> str | None:
        """The identifier of what the keyboard is on."""
        found: str | None = self.page.evaluate(
            "document.activeElement.closest('[flt-semantics-identifier]')"
            "?.getAttribute('flt-semantics-identifier')"
        )
        return found

    def tab_to(self, identifier: str) -> None:
        """Press Tab until the keyboard is on a thing."""

        def there() -> bool:
            if self.focused() == identifier:
                return True
            self.press_key("Tab")
            return self.focused() == identifier

        self.until(there, f"Tab to {identifier}", tries=60)

    def middle(self, identifier: str) -> tuple[float, float]:
        """Where a thing is on the page."""
        box = self.see(identifier).bounding_box()
        while box is None:
            # It was drawn anew after it was seen.
            box = self.see(identifier).bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def drag_by_finger(self, identifier: str, dx: float, dy: float) -> None:
        """Put a finger on a thing, move it so far, and lift it. The page must have touch."""
        x, y = self.middle(identifier)
        finger = self.page.context.new_cdp_session(self.page)

        def touch(kind: str, *points: tuple[float, float]) -> None:
            at = [{"x": here, "y": there} for here, there in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
            self.frames(2)

        touch("touchStart", (x, y))
        for step in range(1, 13):
            touch("touchMove", (x + dx * step / 12, y + dy * step / 12))
        touch("touchEnd")
        finger.detach()

    def entries(self) -> None:
        """Look back, and there at all entries."""
        self.tap("nav-looking-back")
        self.tap("to-entries")

    def first(self, beginning: str) -> str:
        """The first identifier that begins so."""
        node = self.page.locator(f'[flt-semantics-identifier^="{beginning}"]').first
        node.wait_for(state="attached")
        return node.get_attribute("flt-semantics-identifier") or ""

    def go(self, route: str) -> None:
        """Open a deep link of the same server."""
        self.open(urljoin(self.page.url, route))

    def go_in_page(self, route: str) -> None:
        """Open a route without loading anything: what follows `#` in a page without a server."""
        self.page.evaluate("route => { location.hash = route; }", route)
        self.frames(10)

    def choose(self, name: str) -> None:
        """Tap a button of a dialog that Flutter drew, by its words."""
        self.page.get_by_role("button", name=name, exact=True).dispatch_event("click")
        self.frames(10)

    def is_chosen(self, identifier: str, chosen: bool = True) -> None:
        """Wait until a node is the chosen one, or is not."""
        said = "true" if chosen else "false"
        expect(self.id(identifier)).to_have_attribute("aria-current", said, timeout=20_000)

    def drop_connection(self) -> None:
        """Lose the connection to the server and wait until the page is there again."""
        with self.page.expect_navigation():
            self.page.evaluate("sockets.forEach(one => one.close())")
        self.page.wait_for_selector("[flt-semantics-identifier]", state="attached")

    def bring_up(self, identifier: str) -> None:
        """Turn the wheel until a thing begins near the top of the page."""

        def there() -> bool:
            box = self.see(identifier).bounding_box()
            if box is not None and abs(box["y"] - 80) < 40:
                return True
            before = box["y"] if box else 0.0
            self.scroll(round(before - 80))
            after = self.see(identifier).bounding_box()
            return after is not None and abs(after["y"] - before) < 1

        self.until(there, f"{identifier} at the top", tries=20)

    def scroll(self, pixels: int) -> None:
        """Turn the wheel in the middle of the page."""
        size = self.page.viewport_size
        assert size is not None
        self.page.mouse.move(size["width"] / 2, size["height"] / 2)
        self.page.mouse.wheel(0, pixels)
        self.frames(10)

    def welcome(self) -> None:
        """Go through the first run."""
        for step in (1, 2, 3):
            self.read(f"Step {step} of 3")
            self.tap("first-run-next")
        self.see("pad-4-4")
        self.taps = 0
