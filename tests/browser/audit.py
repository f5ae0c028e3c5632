"""What a screen is like for those who hear it, touch it with a big finger or use large text.

A screen is read as the accessibility tree of Flutter's page: nodes in the order in which they are
spoken. Each rule is a function of those nodes that tells what it found.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

from tests.browser.driver import App

TOUCH: Final = 48
NEARLY: Final = 0.6
"""What rounding to pixels of the screen takes."""
ROLES: Final = frozenset(
    ("button", "switch", "checkbox", "radio", "link", "tab", "textbox", "slider", "menuitem")
)
ULID: Final = re.compile("[0-9A-Z]{26}")
VAGUE: Final = frozenset(
    ["add", "change", "delete", "edit", "more", "ok", "open", "remove", "show"]
)
"""Names that tell nothing to whoever hears them alone."""
# What holds others has no text of its own; a field is the input inside of its node.
_READ: Final = """const read = () => {
  const nodes = [...document.querySelectorAll(
    'flt-semantics-host :is([id^=flt-semantic-node], input, textarea)')];
  const own = node => [...node.childNodes].filter(each => each.nodeType === 3 ||
    each.nodeName === 'SPAN').map(each => each.textContent).join('').trim();
  const field = node => node.nodeName === 'INPUT' || node.nodeName === 'TEXTAREA';
  const shown = node => {
    let { left, top, right, bottom } = node.getBoundingClientRect();
    for (let above = node; above = above.parentElement.closest('[id^=flt-semantic-node]');) {
      const box = above.getBoundingClientRect();
      // Flutter cuts the box of what is half scrolled away.
      if (above.style.overflowY && node.getBoundingClientRect().bottom > box.bottom - 1) return 0;
      if (above.style.overflowX && node.getBoundingClientRect().right > box.right - 1) return 0;
      left = Math.max(left, box.left); right = Math.min(right, box.right);
      top = Math.max(top, box.top); bottom = Math.min(bottom, box.bottom);
    }
    return right - left > 1 && bottom - top > 1 ? (right - left) * (bottom - top) : 0;
  };
  return nodes.map((node, place) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const above = node.parentElement.closest('[id^=flt-semantic-node]');
    const named = node.closest('[flt-semantics-identifier]');
    return {
      place, above: nodes.indexOf(above), x, y, width, height,
      id: node.getAttribute('flt-semantics-identifier')
        || (field(node) && named ? named.getAttribute('flt-semantics-identifier') : ''),
      role: field(node) ? 'textbox' : node.getAttribute('role') || '',
      name: node.getAttribute('aria-label') || own(node),
      tappable: field(node) || node.hasAttribute('flt-tappable'),
      whole: shown(node) > Math.max(0, width * height - 2 * Math.max(width, height)),
      off: node.getAttribute('aria-disabled') === 'true',
    };
  });
};"""
# All of it in the page: to ask it for one reading after another takes longer than to read.
_SETTLED: Final = f"""async ([still, most]) => {{ {_READ}
  const after = count => new Promise(done => {{
    const next = () => count-- > 0 ? requestAnimationFrame(next) : done(); next(); }});
  let before = '', now = JSON.stringify(read());
  while (before !== now || !read().length) {{
    if (!most--) throw new Error('this screen does not stand still');
    await after(still);
    before = now; now = JSON.stringify(read());
  }}
  return JSON.parse(now);
}}"""
# As one that was typed over the address of a page that is open, and without loading it anew.
_TURN: Final = """route => { history.pushState(null, '', route);
  dispatchEvent(new PopStateEvent('popstate', { state: null })); }"""
_ARE_THERE: Final = """([id, there]) =>
  there === !!document.querySelector(`[flt-semantics-identifier="${id}"]`)"""
STILL: Final = 6
"""So many frames without a change."""
MOST: Final = 200
NOWHERE: Final = ("/nowhere", "to-today")
"""A place that does not exist, and what only stands there."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the tree: where it is among all, and below which; its box in logical pixels."""

    place: int
    above: int
    x: float
    y: float
    width: float
    height: float
    id: str
    role: str
    name: str
    tappable: bool
    whole: bool
    """Nothing of it is scrolled away."""
    off: bool

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends, below."""
        return self.y + self.height

    def __str__(self) -> str:
        return self.id or repr(self.name[:40])


@dataclass(frozen=True, slots=True)
class Screen:
    """All nodes of a screen that is `width` wide."""

    width: float
    nodes: tuple[Node, ...]

    @property
    def tappable(self) -> list[Node]:
        """What can be tapped, in the order in which it is reached."""
        return [one for one in self.nodes if one.tappable and not one.off and one.whole]

    @property
    def leaves(self) -> list[Node]:
        """What is spoken or tapped and holds nothing else."""
        holders = {one.above for one in self.nodes}
        return [
            one
            for one in self.nodes
            if one.whole and one.place not in holders and (one.name or one.tappable)
        ]


def settled(app: App) -> Screen:
    """The screen that is shown, once it has been the same for some frames."""
    size = app.page.viewport_size
    assert size is not None
    nodes = app.page.evaluate(_SETTLED, [STILL, MOST])
    return Screen(size["width"], tuple(Node(**one) for one in nodes))


def turn_to(app: App, place: str) -> None:
    """Go to a place in the page that is open, whose screen lets go when the browser asks.

    By way of nowhere: what is the same in two places of a kind would keep what the first one had.
    """
    nowhere, stands_there = NOWHERE
    app.page.evaluate(_TURN, nowhere)
    app.page.wait_for_function(_ARE_THERE, arg=[stands_there, True])
    if place != nowhere:
        app.page.evaluate(_TURN, place)
        app.page.wait_for_function(_ARE_THERE, arg=[stands_there, False])


def without_role(screen: Screen) -> Iterator[str]:
    """What can be tapped and does not say what it is."""
    return (f"{one}: {one.role or 'none'}" for one in screen.tappable if one.role not in ROLES)


def badly_named(screen: Screen) -> Iterator[str]:
    """Without a name, with one that is said twice, or with one that tells nothing by itself."""
    for one in screen.tappable:
        lines = [line for line in one.name.split("\n") if line.strip()]
        half = len(lines) // 2
        # A text of many lines may well come back to one of them.
        twice = any(line == after for line, after in pairwise(lines))
        if not re.search(r"\w", one.name):
            yield f"{one}: no name"
        elif twice or (half and lines[:half] == lines[half:]):
            yield f"{one}: said twice"
        elif one.name.casefold() in VAGUE:
            yield f"{one}: {one.name!r} alone"


def named_alike(screen: Screen) -> Iterator[str]:
    """Different things to tap that are called the same; two ways to one entry are not different."""
    called: dict[tuple[str, str], set[str]] = {}
    for one in screen.tappable:
        entry = ULID.search(one.id)
        called.setdefault((one.name, one.role), set()).add(entry[0] if entry else one.id)
    return (f"{name!r}: {', '.join(ids)}" for (name, _), ids in called.items() if len(ids) > 1)


def too_small(screen: Screen) -> Iterator[str]:
    """What a finger may miss."""
    for one in screen.tappable:
        if min(one.width, one.height) < TOUCH - NEARLY:
            yield f"{one}: {one.width:.0f} x {one.height:.0f}"


def cut_off(screen: Screen) -> Iterator[str]:
    """What reaches over the edges of the screen."""
    for one in screen.leaves:
        if one.x < -NEARLY or one.right > screen.width + NEARLY:
            yield f"{one}: {one.x:.0f} to {one.right:.0f} of {screen.width:.0f}"


def over_each_other(screen: Screen) -> Iterator[str]:
    """Things that lie over each other."""
    for one, other in combinations(screen.leaves, 2):
        across = min(one.right, other.right) - max(one.x, other.x)
        down = min(one.bottom, other.bottom) - max(one.y, other.y)
        if min(across, down) > 2:
            yield f"{one} and {other}: {across:.0f} x {down:.0f}"


def out_of_order(screen: Screen) -> Iterator[str]:
    """What is reached after something that stands below it, or to the right in its line."""
    for one, after in pairwise(screen.tappable):
        above = after.bottom <= one.y + NEARLY and after.x < one.right
        # Around a middle there are no lines: there, whatever begins higher comes first.
        level = min(one.bottom, after.bottom) - max(one.y, after.y) > one.height / 2
        beside = level and after.y <= one.y + NEARLY
        if above or (beside and after.right <= one.x + NEARLY):
            yield f"{after} after {one}"


RULES: Final[dict[str, Callable[[Screen], Iterator[str]]]] = {
    "role": without_role,
    "name": badly_named,
    "alike": named_alike,
    "touch": too_small,
    "edge": cut_off,
    "overlap": over_each_other,
    "order": out_of_order,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found on a screen in a look."""

    place: str
    look: str
    rule: str
    what: str


def findings(place: str, look: str, screen: Screen) -> list[Finding]:
    """What all rules find."""
    return [
        Finding(place, look, rule, what) for rule, find in RULES.items() for what in find(screen)
    ]


def table(counts: Mapping[str, int], found: Sequence[Finding]) -> str:
    """How many findings there are by rule and look, of how many screens, and then each."""
    lines = [
        "".join(f"{words:>14}" for words in ("", *counts)),
        "".join(f"{words:>14}" for words in ("screens", *counts.values())),
    ]
    for rule in RULES:
        here = (sum((one.rule, one.look) == (rule, look) for one in found) for look in counts)
        lines.append("".join(f"{words:>14}" for words in (rule, *here)))
    lines += [f"{one.place} ({one.look}), {one.rule}: {one.what}" for one in found]
    return "\n".join(lines)
