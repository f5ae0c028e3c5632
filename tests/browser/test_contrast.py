"""Colours of more contrast, where the device asks for them, and the usual ones where it no longer
does."""

from io import BytesIO

from PIL import Image, ImageColor

from tests.browser.conftest import Open, Serve
from tests.browser.driver import App
from views import theme


def _is_filled(app: App, identifier: str, color: object) -> None:
    """Wait until a button has a colour, at its side, where there are no words."""
    _, y = app.middle(identifier)
    box = app.see(identifier).bounding_box()
    assert box
    at = (round(box["x"]) + 16, round(y))
    wanted = ImageColor.getrgb(str(color))

    def has() -> bool:
        with Image.open(BytesIO(app.page.screenshot())) as picture:
            return picture.convert("RGB").getpixel(at) == wanted

    app.until(has, f"{identifier} in {color}", tries=40)


def test_contrast_follows_what_the_device_asks_for(serve: Serve, open_app: Open) -> None:
    app = open_app(serve().link, forced_colors="active")
    _is_filled(app, "first-run-next", theme.scheme("light", contrast=True).primary)
    app.page.emulate_media(forced_colors="none")
    # As somebody does who goes to the settings of the device, and comes back.
    for event in ("blur", "focus"):
        app.page.evaluate("event => window.dispatchEvent(new Event(event))", event)
        app.frames(10)
    _is_filled(app, "first-run-next", theme.LIGHT.primary)
