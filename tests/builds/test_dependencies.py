"""What the app needs while it runs can be had on phones: pure Python, or built for them."""

import tomllib
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
BUILT = tomllib.loads(Path(__file__).with_name("mobile.toml").read_text("utf-8"))
ON_A_PHONE = [
    {"extra": "", "sys_platform": system.casefold(), "platform_system": system}
    for system in ("Android", "iOS")
]


def closure() -> dict[str, list[Requirement]]:
    """Every package that a phone's build takes, and what is asked of it."""
    asked = [Requirement(line) for line in PROJECT["dependencies"]]
    asked += [Requirement(line) for line in PROJECT["optional-dependencies"]["phone"]]
    found: dict[str, list[Requirement]] = {}
    while asked:
        one = asked.pop()
        name = canonicalize_name(one.name)
        if name not in found:
            needs = map(Requirement, distribution(name).requires or ())
            asked += [need for need in needs if taken(need)]
        found.setdefault(name, []).append(one)
    return found


def taken(need: Requirement) -> bool:
    """Whether a phone's build takes it."""
    marker = need.marker
    return marker is None or any(marker.evaluate({**phone}) for phone in ON_A_PHONE)


def is_pure(name: str) -> bool:
    """Whether the wheel that is installed here runs anywhere."""
    wheel = distribution(name).read_text("WHEEL") or ""
    return "Root-Is-Purelib: true" in wheel and "-none-any" in wheel


def test_a_phone_can_have_every_dependency() -> None:
    compiled = {name for name in closure() if not is_pure(name)}
    assert compiled <= BUILT.keys()


def test_what_is_built_for_phones_is_new_enough() -> None:
    for name, asked in closure().items():
        version = BUILT.get(name, {}).get("version")
        if version:
            assert all(version in one.specifier for one in asked), name
