"""The build of the static web app: what goes into it, and what it never names."""

import io
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import flet_web
import pytest
from babel.messages.extract import extract

from builds import web
from domain.language import LANGUAGES


def test_everything_that_the_app_needs_is_pinned_to_what_is_installed_here() -> None:
    wheels = dict(one.split("==") for one in web.wheels())
    assert {"flet", "msgpack", "tinydb", "fonttools", "tzdata", "icalendar"} <= wheels.keys()
    assert not {*web.LEFT_OUT, "flet-web", "flet-desktop", "uvicorn", "httpx"} & wheels.keys()
    assert all(number == version(name) for name, number in wheels.items())


@pytest.mark.parametrize("pack", [web.pack, web.pack_unopened])
def test_the_same_content_makes_the_same_bytes(
    tmp_path: Path, pack: Callable[[Path, Path], None]
) -> None:
    made: list[bytes] = []
    for name in ("one", "two"):
        folder = tmp_path / name
        (folder / "b").mkdir(parents=True)
        for path in ("b/c.txt", "a.txt") if made else ("a.txt", "b/c.txt"):
            (folder / path).write_text(path)
        pack(folder, tmp_path / f"{name}.packed")
        made.append((tmp_path / f"{name}.packed").read_bytes())
    assert made[0] == made[1]


def test_the_page_names_no_other_host_and_its_policy_lets_none_in() -> None:
    for path in web.PAGE.iterdir():
        assert not re.search(r"(https?|wss?):|['\"]//", path.read_text(encoding="utf-8")), path
    sources = set(re.findall(r"[^ ;]+", web.POLICY)) - {"'none'", "'self'", "data:", "blob:"}
    assert {one for one in sources if not one.endswith("-src")} == {
        "base-uri",
        "form-action",
        "'unsafe-inline'",
        "'wasm-unsafe-eval'",
    }
    assert "unsafe" not in web.POLICY.split("script-src 'self' 'wasm-unsafe-eval';")[0]


def test_what_the_page_says_before_the_app_does_is_said_in_every_language() -> None:
    said = web.said()
    assert said.keys() == {"en", *LANGUAGES}
    texts = {text for path in web.PAGE.glob("*.js") for text in _said_by(path)}
    assert len(texts) > 5
    for words in (said[language] for language in LANGUAGES if language != "en"):
        assert words.keys() == texts
        assert all(words.values())


def _said_by(path: Path) -> set[str]:
    found = extract("javascript", io.BytesIO(path.read_bytes()), keywords={"tr": None})
    return {str(text) for _, text, _, _ in found}


def test_what_works_offline_is_named_with_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "some.txt").write_text("words")
    first, again = _kept_offline(tmp_path), _kept_offline(tmp_path)
    assert first == again
    assert '"assets/some.txt": "sha256-' in first
    (tmp_path / "assets" / "some.txt").write_text("other words")
    assert _kept_offline(tmp_path) != first


def _kept_offline(folder: Path) -> str:
    web.keep_offline(folder)
    return (folder / web.OFFLINE).read_text(encoding="utf-8")


def test_every_font_that_the_engine_may_ask_for_is_there_and_its_letters_are_told() -> None:
    client = Path(flet_web.get_package_web_dir(), "main.dart.js").read_text(errors="replace")
    asked = set(re.findall(r'\("Noto [^"]+","([a-z0-9]+/v\d+/[^"]+?)"\)', client))
    fonts = web.ROOT / "assets/assets/fonts"
    assert {path.relative_to(fonts).as_posix() for path in fonts.rglob("*.woff2")} == asked
    told = (web.ROOT / "assets/fonts/letters.txt").read_text(encoding="utf-8").splitlines()
    assert {line.split(" ")[0] for line in told} == asked
