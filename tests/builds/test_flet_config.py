"""What a release relies on in `[tool.flet]`, which `flet build` reads without checking it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builds.drawing import PICTURES
from views import theme

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FLET = PYPROJECT["tool"]["flet"]

# The keys that flet-cli 1.0.5 and its build template read, as far as they are of use here. "*" is
# any name: that of a permission, of a boot screen's option.
EVERYWHERE = {"artifact", "bundle_id", "icon_background", "org"}
PLATFORM = EVERYWHERE | {
    "app.exclude",
    "boot_screen.flet.*",
    "compile.app",
    "compile.packages",
    "cleanup.app",
    "cleanup.package_files",
    "cleanup.packages",
    "dependencies",
    "splash.color",
    "splash.dark_color",
    "target_arch",
}
KNOWN = {
    "": PLATFORM - {"dependencies"} | {"build_number", "company", "copyright", "product"},
    "android": PLATFORM
    | {
        "adaptive_icon_background",
        "extract_packages",
        "feature.*",
        "manifest_application.*",
        "meta_data.*",
        "min_sdk_version",
        "permission.*",
        "provider.*",
        "split_per_abi",
        "target_sdk_version",
    },
    "ios": PLATFORM | {"export_method", "info.*"},
    "macos": PLATFORM | {"entitlement.*", "icon_style", "info.*"},
    "windows": PLATFORM,
    "linux": PLATFORM | {"categories"},
}

PERMISSIONS = {
    "android.permission.POST_NOTIFICATIONS",
    "android.permission.RECEIVE_BOOT_COMPLETED",
    "android.permission.USE_BIOMETRIC",
    "android.permission.VIBRATE",
}
"""All that the app may ask of Android."""
SHIPPED = {"LICENSE", "assets", "domain", "main.py", "storage", "views"}
"""All that goes into an app, of what is here."""


def keys(table: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where every value is."""
    for name, value in table.items():
        here = (*path, name)
        if isinstance(value, dict):
            yield from keys(value, here)
        else:
            yield here


def is_known(path: tuple[str, ...]) -> bool:
    """Whether Flet reads what is there."""
    platform, rest = (path[0], path[1:]) if path[0] in KNOWN else ("", path)
    any_name = (*rest[:-1], "*")
    return bool({".".join(rest), ".".join(any_name)} & KNOWN[platform])


def test_flet_reads_every_key() -> None:
    assert [path for path in keys(FLET) if not is_known(path)] == []


def test_the_app_has_its_names() -> None:
    assert (FLET["bundle_id"], FLET["product"]) == ("app.meanwhile.meanwhile", "Meanwhile")
    assert FLET["copyright"] in (ROOT / "LICENSE").read_text("utf-8")
    assert isinstance(FLET["build_number"], int)


def test_android_keeps_the_journal_out_of_its_backup() -> None:
    # And out of a move to another phone: tests/builds/test_android.py.
    assert FLET["android"]["manifest_application"]["allowBackup"] == "false"


def test_android_is_asked_for_nothing_else() -> None:
    permissions = FLET["android"]["permission"]
    assert {name for name, asked in permissions.items() if asked} == PERMISSIONS
    assert permissions["android.permission.INTERNET"] is False
    assert "permissions" not in FLET
    assert "deep_linking" not in {part for path in keys(FLET) for part in path}


def test_apple_is_told_why_a_face_is_asked_for() -> None:
    information = FLET["ios"]["info"]
    reasons = {name for name in information if name.endswith("UsageDescription")}
    assert reasons == {"NSFaceIDUsageDescription"}
    assert information["NSFaceIDUsageDescription"].endswith(".")


def test_a_mac_lets_nothing_out() -> None:
    entitlement = FLET["macos"]["entitlement"]
    assert entitlement["com.apple.security.app-sandbox"]
    assert not entitlement["com.apple.security.network.client"]
    assert not entitlement["com.apple.security.network.server"]


@pytest.mark.parametrize("platform", ["android", "ios"])
def test_phones_get_what_the_project_says_they_need(platform: str) -> None:
    assert FLET[platform]["dependencies"] == PYPROJECT["project"]["optional-dependencies"]["phone"]


def test_only_the_app_goes_into_an_app() -> None:
    # Flet itself leaves out what is hidden, build and __pycache__.
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    left = here - {"build", "__pycache__"} - set(FLET["app"]["exclude"])
    assert left == SHIPPED


def test_icons_and_splash_screens_are_where_flet_looks() -> None:
    drawn = {picture.path for picture in PICTURES}
    for name in ("icon", "icon_android", "icon_ios", "icon_macos", "splash", "splash_dark"):
        assert f"assets/{name}.png" in drawn


def test_nothing_flashes_while_the_app_starts() -> None:
    light, dark = theme.LIGHT.surface, theme.DARK.surface
    boot = FLET["boot_screen"]["flet"]
    assert (FLET["splash"]["color"], FLET["splash"]["dark_color"]) == (light, dark)
    assert (boot["bgcolor_light"], boot["bgcolor_dark"]) == (light, dark)
    assert FLET["icon_background"] == light


def test_flet_is_the_same_everywhere() -> None:
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"].values()
    asked = [line for lines in (project["dependencies"], *extras) for line in lines]
    asked.append((ROOT / ".github/workflows/builds.yml").read_text("utf-8"))
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"\b(flet[a-z-]*)==([\d.]+)", "\n".join(asked)):
        versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
    assert versions["flet-cli"] == versions["flet"]
