"""How long what is dragged stays behind on the map of parts and on the web of people.

Few beside as many as each is made for. In Chromium, from the pointer's step to the picture that
has the thing at its new place, and from one picture of the web's turn to the next; and without a
client the work of one step, beside drawing the whole of it anew.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import flet as ft
from playwright.sync_api import Browser, FloatRect, sync_playwright

from benchmarks.journal import served
from benchmarks.measure import Measure, measure
from domain.entries import (
    COLORS,
    RELATIONS,
    SHAPES,
    STEPS,
    Closeness,
    Entry,
    Moment,
    Part,
    PartMap,
    Person,
    Relation,
    Settings,
)
from storage.journal import forgetful_journal, open_journal
from tests.browser.chromium import QUIET, executable
from tests.browser.driver import App
from tests.views.stage import NOON, Stage

DRAGGED: Final = 40
BEGUN: Final = 8
TURNED: Final = 4_000
"""Milliseconds for which a turn is looked at."""
MOVED: Final = """([id, x, y]) => new Promise(done => {
  const started = performance.now();
  const look = () => {
    const now = document.querySelector(`[flt-semantics-identifier="${id}"]`)
      ?.getBoundingClientRect();
    if (now && Math.abs(now.x - x) + Math.abs(now.y - y) > 0.1)
      done(performance.now() - started);
    else requestAnimationFrame(look);
  };
  look(); })"""
FRAMES: Final = """long => new Promise(done => {
  const started = performance.now(), frames = [];
  let last = started;
  const look = () => {
    const at = performance.now();
    frames.push(at - last);
    last = at;
    if (at - started > long) done(frames); else requestAnimationFrame(look);
  };
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


def company(people: int) -> Iterator[Entry]:
    """So many people at every distance, something open with every third."""
    ids = [f"01J0000000000000000000{n:04}" for n in range(people)]
    for n, id in enumerate(ids):
        told = (Closeness(NOON, n % STEPS + 1),)
        angle, color = 360 * n / people, COLORS[n % len(COLORS)]
        yield Person(id=id, at=NOON, name=f"P {n}", color=color, angle=angle, closeness=told)
        if n % 3 == 0:
            at = NOON - timedelta(days=1)
            yield Moment(id=f"{id[:-5]}M{n:04}", at=at, logged_at=at, kind="rupture", people=(id,))
    yield Settings(welcomed=True)


@dataclass(frozen=True)
class Drawing:
    """What is drawn at a route, of a journal with these entries; its nodes begin with `node`."""

    name: str
    route: str
    node: str
    entries: Callable[[], Iterator[Entry]]


FIRST: Final = f"01J0000000000000000000{0:04}"
DRAWINGS: Final = (
    Drawing("2 parts, 1 line", "/parts/map", "map-0", lambda: crowd(2, 1)),
    Drawing("30 parts, 60 lines", "/parts/map", "map-0", lambda: crowd(30, 60)),
    Drawing("4 people", "/people", f"web-{FIRST}", lambda: company(4)),
    Drawing("60 people", "/people", f"web-{FIRST}", lambda: company(60)),
)


def in_chromium(browser: Browser) -> Iterator[Measure]:
    """A step of the pointer, until the thing is drawn there, and a step of the turn."""
    for one in DRAWINGS:
        with tempfile.TemporaryDirectory() as folder:
            with closing(open_journal(Path(folder))) as journal:
                journal.put(*one.entries())
            with served(browser, Path(folder)) as app:
                app.go(one.route)
                node = app.first(one.node)
                steps = list(_drag(app, node))
                yield measure(f"step of a drag, {one.name}", "chromium", steps)
                if app.id("web-turn").count():
                    app.frames(20)
                    app.tap("web-turn")
                    turned = [frame / 1000 for frame in app.page.evaluate(FRAMES, TURNED)]
                    yield measure(f"frame of the turn, {one.name}", "chromium", turned)


def _drag(app: App, node: str) -> Iterator[float]:
    x, y = app.middle(node)
    app.page.mouse.move(x, y)
    app.page.mouse.down()
    for step in range(1, DRAGGED + 1):
        # The first steps only begin a drag, which a button that is held for long would take.
        box = _at_rest(app, node) if step > BEGUN else None
        app.page.mouse.move(x + 2 * step, y + 4 * step)
        if box is not None:
            yield app.page.evaluate(MOVED, [node, box["x"], box["y"]]) / 1000
    app.page.mouse.up()


def _at_rest(app: App, node: str) -> FloatRect:
    """Where it is once no step is on its way any more: one sent too early would be dropped."""
    before = None
    while True:
        app.frames(4)
        box = app.see(node).bounding_box()
        if box is not None and box == before:
            return box
        before = box


async def work(one: Drawing) -> Iterable[Measure]:
    """The work of a step, and of drawing the whole."""
    steps, whole = [], []
    with closing(forgetful_journal()) as journal:
        journal.put(*one.entries())
        async with Stage(journal, one.route) as stage:
            hand = _hand(stage)
            for step in range(DRAGGED):
                started = time.perf_counter()
                await stage.session.dispatch_event(hand, "horizontal_drag_update", _at(4.0 * step))
                await stage.settle()
                steps.append(time.perf_counter() - started)
            for step in range(10):
                started = time.perf_counter()
                stage.state.device_brightness = "dark" if step % 2 else "light"
                await stage.settle()
                whole.append(time.perf_counter() - started)
    return [
        measure(f"work of a step of a drag, {one.name}", "meanwhile", steps),
        measure(f"work of drawing it anew, {one.name}", "meanwhile", whole),
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
    for one in DRAWINGS:
        yield from asyncio.run(work(one))
