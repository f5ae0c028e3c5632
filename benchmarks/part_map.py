"""How long a part that is dragged stays behind: few parts beside as many as the map is made for.

In Chromium, from the pointer's step to the picture that has the part at its new place; and without
a client the work of one step, beside drawing the whole map anew.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import flet as ft
from playwright.sync_api import Browser, sync_playwright

from benchmarks.journal import served
from benchmarks.measure import Measure, measure
from domain.entries import COLORS, RELATIONS, SHAPES, Entry, Part, PartMap, Relation, Settings
from storage.journal import forgetful_journal, open_journal
from tests.browser.chromium import QUIET, executable
from tests.browser.driver import App
from tests.views.stage import NOON, Stage

SIZES: Final = ((2, 1), (30, 60))
STEPS: Final = 40
MOVED: Final = """([id, x]) => new Promise(done => {
  const node = document.querySelector(`[flt-semantics-identifier="${id}"]`);
  const started = performance.now();
  const look = () => Math.abs(node.getBoundingClientRect().x - x) > 0.5
    ? done(performance.now() - started) : requestAnimationFrame(look);
  look(); })"""


def crowd(parts: int, lines: int) -> Iterator[Entry]:
    """So many parts, and so many lines between them."""
    ids = [f"01J0000000000000000000{n:04}" for n in range(parts)]
    for n, id in enumerate(ids):
        shape, color = SHAPES[n % len(SHAPES)], COLORS[n % len(COLORS)]
        yield Part(id=id, at=NOON, name=f"Part {n}", shape=shape, color=color)
    drawn = (
        Relation(ids[n % parts], RELATIONS[n % len(RELATIONS)], ids[(n + 1 + n // parts) % parts])
        for n in range(lines)
    )
    yield PartMap(id=f"{ids[0][:-1]}M", at=NOON, relations=tuple(drawn))
    yield Settings(welcomed=True)


def in_chromium(browser: Browser) -> Iterator[Measure]:
    """A step of the pointer, until the part is drawn there."""
    for parts, lines in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            with closing(open_journal(Path(folder))) as journal:
                journal.put(*crowd(parts, lines))
            with served(browser, Path(folder)) as app:
                app.go("/parts/map")
                what = f"step of a drag among {parts} parts, {lines} lines"
                yield measure(what, "chromium", list(_drag(app, app.first("map-0"))))


def _drag(app: App, node: str) -> Iterator[float]:
    x, y = app.middle(node)
    app.page.mouse.move(x, y)
    app.page.mouse.down()
    for step in range(1, STEPS + 1):
        box = app.see(node).bounding_box()
        assert box is not None
        app.page.mouse.move(x + 4 * step, y + 2 * step)
        if step > 2:
            yield app.page.evaluate(MOVED, [node, box["x"]]) / 1000
    app.page.mouse.up()


async def work(parts: int, lines: int) -> Iterable[Measure]:
    """The work of a step, and of drawing the whole map."""
    steps, whole = [], []
    with closing(forgetful_journal()) as journal:
        journal.put(*crowd(parts, lines))
        async with Stage(journal, "/parts/map") as stage:
            hand = _hand(stage)
            for step in range(STEPS):
                started = time.perf_counter()
                await stage.session.dispatch_event(hand, "horizontal_drag_update", _at(4.0 * step))
                await stage.settle()
                steps.append(time.perf_counter() - started)
            for step in range(10):
                started = time.perf_counter()
                stage.state.device_brightness = "dark" if step % 2 else "light"
                await stage.settle()
                whole.append(time.perf_counter() - started)
    name = f"{parts} parts, {lines} lines"
    return [
        measure(f"work of a step of a drag, {name}", "meanwhile", steps),
        measure(f"work of drawing the map anew, {name}", "meanwhile", whole),
    ]


def _hand(stage: Stage) -> int:
    handles = (one for one, _ in stage.controls() if isinstance(one, ft.GestureDetector))
    return next(one._i for one in handles if one.on_horizontal_drag_update)


def _at(x: float) -> dict[str, Any]:
    return {"l": {"x": x, "y": 10.0}, "g": {"x": x, "y": 10.0}}


def measures() -> Iterator[Measure]:
    """All of them."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield from in_chromium(browser)
        browser.close()
    for parts, lines in SIZES:
        yield from asyncio.run(work(parts, lines))
