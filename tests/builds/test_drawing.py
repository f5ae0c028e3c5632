"""Icons and splash screens are what the drawing makes, and what each platform takes."""

import re
from math import hypot

import pytest
from flet_platform_assets import (
    IconOptions,
    RenderResult,
    SplashOptions,
    load_source,
    render_icons,
    render_splash,
)
from PIL import Image, ImageChops

from builds.drawing import DRAWABLES, PICTURES, ROOT, Picture, drawn
from views import theme

NAMED = {picture.path: picture for picture in PICTURES}
GROUND = theme.LIGHT.surface


def of(path: str) -> Image.Image:
    return drawn(NAMED[path])


def reach(picture: Picture) -> float:
    """How far from the middle the mark goes: 1 is the middle of an edge."""
    image = drawn(picture)
    if picture.ground == "full":
        ground = Image.new("RGB", image.size, GROUND)
        mark = (
            ImageChops.difference(image, ground).convert("L").point(lambda value: 255 * (value > 8))
        )
    else:
        mark = image.getchannel("A").point(lambda value: 255 * (value > 8))
    middle = (picture.size - 1) / 2
    pixels = mark.load()
    assert pixels is not None
    inked = [(x, y) for y in range(picture.size) for x in range(picture.size) if pixels[x, y]]
    return max(hypot(x - middle, y - middle) for x, y in inked) / (picture.size / 2)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path)
def test_a_file_is_what_is_drawn(picture: Picture) -> None:
    with Image.open(ROOT / picture.path) as kept:
        assert kept.size == (picture.size, picture.size)
        assert kept.mode == drawn(picture).mode
        assert kept.tobytes() == drawn(picture).tobytes()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.path)
def test_a_file_is_small(picture: Picture) -> None:
    assert (ROOT / picture.path).stat().st_size < 13_000


@pytest.mark.parametrize(
    "path",
    [path for path in NAMED if re.search("maskable|icon_android|monochrome", path)],
)
def test_no_mask_cuts_the_mark(path: str) -> None:
    assert reach(NAMED[path]) < 66 / 108


def test_what_a_store_takes_has_no_transparency() -> None:
    for name in ("icon_ios", "icons/apple-touch-icon-192", "icons/icon-maskable-512"):
        assert of(f"assets/{name}.png").mode == "RGB"


@pytest.mark.parametrize("name", ["ic_launcher_monochrome", "ic_notification"])
def test_what_android_colours_is_of_one_colour(name: str) -> None:
    grey, alpha = of(f"{DRAWABLES}/{name}.png").split()
    inked = {value for value, covers in zip(grey.tobytes(), alpha.tobytes(), strict=True) if covers}
    assert inked == {255}
    assert alpha.getextrema() == (0, 255)


def test_the_mark_has_the_colours_of_the_theme() -> None:
    for path, brightness in (("assets/splash.png", "light"), ("assets/splash_dark.png", "dark")):
        raw = of(path).tobytes()
        solid = {raw[at : at + 3] for at in range(0, len(raw), 4) if raw[at + 3] == 255}
        assert {f"#{color.hex().upper()}" for color in solid} == set(theme.THREADS[brightness])


# -- what flet build makes of them ---------------------------------------------------------------


def rendered(platform: str) -> RenderResult:
    own = ROOT / "assets" / f"icon_{platform}.png"
    source, _ = load_source(own if own.exists() else ROOT / "assets/icon.png")
    options = IconOptions(
        background=(0xF6, 0xF0, 0xE6), macos_style="grid", application_id="app.meanwhile.meanwhile"
    )
    return render_icons(source, options, platform=platform, derived=not own.exists())


@pytest.mark.parametrize("platform", ["android", "ios", "linux", "macos", "windows"])
def test_flet_makes_the_icons_without_a_warning(platform: str) -> None:
    made = rendered(platform)
    assert made.warnings == []
    assert made.assets or made.ico


def test_flet_names_the_layers_that_the_icon_for_wallpapers_joins() -> None:
    made = {asset.path.stem for asset in rendered("android").assets}
    layers = (ROOT / "builds/android/release/res/mipmap-anydpi-v33/ic_launcher.xml").read_text(
        "utf-8"
    )
    assert "ic_launcher_foreground" in made
    for layer in ("color/ic_launcher_background", "drawable/ic_launcher_foreground"):
        assert f"@{layer}" in layers


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_flet_makes_the_splash_screens_without_a_warning(platform: str) -> None:
    light, dark = (load_source(ROOT / f"assets/splash{name}.png")[0] for name in ("", "_dark"))
    assert render_splash(light, dark, SplashOptions(), platform=platform).warnings == []
