"""The licences of everything that comes along: none is missing, and each can be read."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

import flet as ft
import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement

from tests.views.stage import Stage, played
from tests.views.test_places import LOOKS, can_be_reached
from tests.views.test_privacy import NEVER
from tests.views.therapy import holding
from views.licence_texts import all_notices, notices, text_of
from views.licences import NOT_HERE, licence, paragraphs
from views.shipped import APP, PACKAGES, REST, SHIPPED, Shipped, found

PLACE: Final = "/settings/licences"
ROOT: Final = Path(__file__).parents[2]
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
DEVICES: Final[list[dict[str, Any]]] = [
    {**default_environment(), "sys_platform": system, "platform_system": name, "os_name": kind}
    for system, name, kind in (
        ("linux", "Linux", "posix"),
        ("win32", "Windows", "nt"),
        ("darwin", "Darwin", "posix"),
        ("android", "Android", "posix"),
        ("ios", "iOS", "posix"),
        ("emscripten", "Emscripten", "posix"),
    )
]
SAME: Final = {"Apache License 2.0": "Apache-2.0", "PSFL": "PSF-2.0", "MIT License": "MIT"}
"""How packages call them that do not call them as SPDX does."""
EVERY: Final = [one for _, group in SHIPPED for one in group]


def there(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def needed() -> Iterator[str]:
    """All packages that the app needs on some device, and those that they need."""
    seen: set[tuple[str, str]] = set()
    asked = [*PROJECT["dependencies"]]
    asked += [one for some in PROJECT["optional-dependencies"].values() for one in some]
    waiting = [(one, "") for one in asked]
    while waiting:
        line, extra = waiting.pop()
        one = Requirement(line)
        marker = one.marker
        if marker and not any(marker.evaluate({**device, "extra": extra}) for device in DEVICES):
            continue
        name = re.sub("[-_.]+", "-", one.name).casefold()
        for wanted in {"", *one.extras} - {known for other, known in seen if other == name}:
            seen.add((name, wanted))
            package = there(name)
            waiting += [(more, wanted) for more in (package.requires or ())] if package else []
    yield from {name for name, _ in seen}


def test_every_package_that_is_needed_has_its_entry_and_no_other() -> None:
    assert sorted(needed()) == sorted(one.name for one in PACKAGES)


@pytest.mark.parametrize("one", PACKAGES, ids=lambda one: one.name)
def test_a_package_is_under_the_licence_that_it_tells(one: Shipped) -> None:
    package = there(one.name)
    if package is None:
        return
    told = package.metadata
    names = [told[name] for name in ("License-Expression", "License") if name in told]
    names += [kind.split(" :: ")[-1] for kind in told.get_all("Classifier") or [] if "Lic" in kind]
    said = next(filter(None, names), None)
    # Some tell it nowhere but in the text that they bring.
    assert SAME.get(said, said) == one.licence if said else one.licence == "Apache-2.0"


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_each_licence_can_be_read_or_says_where_it_can(one: Shipped) -> None:
    if one.name == "Pyodide":
        assert f"It can be read at {one.home}." in licence(one)[1]
    elif one is REST:
        assert "flutter" in licence(one)[1]
    else:
        assert len(text_of(one)) > 300
        assert len(licence(one)) > 1


def test_each_has_an_address_of_its_own() -> None:
    assert len({one.id for one in EVERY}) == len(EVERY)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id) for one in EVERY)
    assert all(found(one.id) is one for one in EVERY)


def test_the_licence_of_the_app_is_the_one_in_its_folder() -> None:
    assert text_of(APP) == (ROOT / "LICENSE").read_text().strip()
    assert PROJECT["license"] == APP.licence


def test_what_is_missing_in_a_packaged_app_is_said_and_where_it_is() -> None:
    gone = Shipped("no-such-package-here", "MIT", "https://example.org/it")
    assert licence(gone) == [
        "MIT · https://example.org/it",
        f"{NOT_HERE} It can be read at https://example.org/it.",
    ]
    lost = Shipped("Meanwhile", "MIT", "", ROOT / "no such file")
    assert licence(lost)[1] == NOT_HERE


def test_every_font_in_the_assets_is_named() -> None:
    files = {one.file.name for one in EVERY if one.file is not None}
    assert {path.name for path in (ROOT / "assets/fonts").glob("OFL-*.txt")} <= files


def test_the_notices_of_the_client_are_told_apart() -> None:
    assert {"flet", "flutter", "skia"} <= notices().keys()
    assert all(text in all_notices() for text in notices()["flutter"])


def test_lines_for_a_wide_page_are_paragraphs_here() -> None:
    assert paragraphs("\r\n\r\nOne\r\n  line\n\n\n\nAnother\n") == ["One line", "Another"]


def test_a_row_leads_to_the_whole_text_and_back() -> None:
    async def act() -> None:
        async with Stage(holding(), "/settings") as stage:
            await stage.tap("licences")
            assert stage.page.route == PLACE
            assert "tinydb 4.9.0. MIT" in stage.words()
            await stage.tap("licence-tinydb")
            assert "Permission is hereby granted, free of charge" in stage.words()
            await stage.tap("back")
            assert stage.page.route == PLACE
            await stage.tap("licence-fraunces")
            assert "SIL OPEN FONT LICENSE" in stage.words()
            assert "sell copies of the Software" not in stage.words()

    played(act)


def test_a_licence_that_there_is_not_is_told() -> None:
    async def act() -> None:
        async with Stage(holding(), f"{PLACE}/nothing") as stage:
            assert "There is no such licence in Meanwhile." in stage.words()

    played(act)


def test_the_notices_that_are_too_long_to_show_can_be_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    saved: list[tuple[str, bytes]] = []

    async def save_file(_: ft.FilePicker, *, file_name: str, src_bytes: bytes) -> None:
        saved.append((file_name, src_bytes))

    async def act() -> None:
        monkeypatch.setattr(ft.FilePicker, "save_file", save_file)
        async with Stage(holding(), f"{PLACE}/{REST.id}") as stage:
            await stage.tap("save-notices")
            assert saved == [("meanwhile-notices.txt", all_notices().encode())]

    played(act)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("place", ["", "/pillow", f"/{REST.id}", "/pyodide", "/nothing"])
def test_it_can_be_reached(place: str, look: dict[str, Any]) -> None:
    async def act() -> None:
        async with Stage(holding(), f"{PLACE}{place}", **look) as stage:
            can_be_reached(stage)
            # What a licence says is its own.
            assert place == "/pillow" or NEVER.search(stage.words()) is None

    played(act)
