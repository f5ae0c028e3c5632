"""Reading and reaching: dark, a small phone, the keyboard alone."""

import base64

import pytest

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App

BOXES = """() => [...document.querySelectorAll('flt-semantics-host flt-semantics')]
  .filter(node => !node.querySelector('flt-semantics') &&
    (node.innerText || node.getAttribute('aria-label')))
  .map(node => {
    const box = node.getBoundingClientRect();
    let { top, bottom } = box;
    for (let above = node.parentElement; above; above = above.parentElement) {
      if (getComputedStyle(above).overflowY == 'visible') continue;
      top = Math.max(top, above.getBoundingClientRect().top);
      bottom = Math.min(bottom, above.getBoundingClientRect().bottom);
    }
    return [node.innerText || node.getAttribute('aria-label'), box.left, top, box.right, bottom];
  })"""
SHADE = """async picture => {
  const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
  return [...canvas.getImageData(2, 2, 1, 1).data].slice(0, 3); }"""


@pytest.mark.parametrize("width", [320, 360, 390])
def test_what_can_be_tapped_is_whole_and_large_enough_on_a_small_phone(
    serve: Serve, open_app: Open, width: int
) -> None:
    app = open_app(serve("--sample").link, viewport={"width": width, "height": 640})
    app.see("more-support")
    app.frames(20)
    for said, left, _, right, _ in app.page.evaluate(BOXES):
        assert left >= -1, said
        assert right <= width + 1, said
    if width == 320:
        app.see("pleasantness-7")
        return
    first, last = (app.see(f"pad-{step}-4").bounding_box() for step in (1, 7))
    assert first is not None
    assert last is not None
    assert (last["x"] - first["x"]) / 6 >= 47.9


def test_it_is_dark_where_the_device_is_and_light_where_one_sets_it(
    serve: Serve, open_app: Open
) -> None:
    app = open_app(serve().link, color_scheme="dark")
    assert _shade(app) == [0x19, 0x16, 0x13]
    app.welcome()
    app.tap("settings")
    app.tap("theme-light")
    app.until(lambda: _shade(app) == [0xF6, 0xF0, 0xE6], "light")


def _shade(app: App) -> list[int]:
    blank = app.page.context.new_page()
    picture = base64.b64encode(app.page.screenshot()).decode()
    shade: list[int] = blank.evaluate(SHADE, picture)
    blank.close()
    return shade


def test_the_keyboard_alone_checks_in_writes_and_goes_back(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link)
    for step in (1, 2, 3):
        app.read(f"Step {step} of 3")
        app.tab_to("first-run-next")
        app.press_key("Enter")
    app.see("pad-4-4")
    app.tab_to("pad")
    for key in ("ArrowLeft", "ArrowUp", "Enter"):
        app.press_key(key)
    app.see("saved")
    app.is_chosen("pad-3-5")
    app.tab_to("connection-6")
    app.press_key("Enter")
    app.is_chosen("connection-6")
    app.tab_to("add-note")
    app.press_key("Enter")
    app.see("note")
    app.until(lambda: app.focused() == "note", "the cursor in the note")
    app.write("by keyboard")
    app.press_key("Control+Enter")
    app.see("pad-4-4")
    app.read("by keyboard")
    app.tab_to("more-support")
    app.press_key("Enter")
    app.see("region-GB")
    app.press_key("Escape")
    app.gone("region-GB")
    app.see("saved")


def test_a_wide_window_answers_to_keys(serve: Serve, open_app: Open) -> None:
    app = open_app(serve("--sample").link, viewport={"width": 1280, "height": 800})
    app.see("pad-4-4")
    app.press_key("2")
    app.see("quick-add")
    app.press_key("3")
    app.see("parts-question")
    app.press_key("4")
    app.see("people-web")
    app.press_key("5")
    app.see("to-entries")
    app.press_key("1")
    app.see("pad-4-4")
    app.press_key("/")
    app.until(lambda: app.focused() == "search", "the cursor in the search")
    app.write("2 1 n")
    app.see("search")
    app.press_key("Escape")
    app.see("to-entries")
