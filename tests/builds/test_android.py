"""What is laid into the project that Flet makes for Android."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flet_platform_assets import DEFAULT_SPECS

from builds.android import RELEASE, lay

NAME = "{http://schemas.android.com/apk/res/android}name"
GRADLE = """android {
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
    }
    defaultConfig {
        minSdk = 24
    }
}

dependencies {}
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A project with what is changed in it."""
    folder = tmp_path / "android/app"
    (folder / "src/release").mkdir(parents=True)
    (folder / "build.gradle.kts").write_text(GRADLE, "utf-8")
    return folder


def test_it_is_added_once(app: Path) -> None:
    lay(app.parents[1])
    once = (app / "build.gradle.kts").read_text("utf-8")
    lay(app.parents[1])
    assert (app / "build.gradle.kts").read_text("utf-8") == once
    assert once.count("isCoreLibraryDesugaringEnabled = true") == 1
    laid = {path.relative_to(app / "src/release") for path in app.rglob("src/release/**/*")}
    assert laid == {path.relative_to(RELEASE) for path in RELEASE.rglob("*")}


def test_everything_named_is_there() -> None:
    """By us, or by Flet: a resource that is missing ends the build."""
    ours = {f"{path.parent.name.split('-')[0]}/{path.stem}" for path in RELEASE.rglob("res/*/*")}
    flets = {
        f"{target.relative_path.split('/')[-2].split('-')[0]}/{Path(target.relative_path).stem}"
        for target in DEFAULT_SPECS["android"].targets
    }
    named = set()
    for path in RELEASE.rglob("*.xml"):
        named |= set(re.findall(r'"@(\w+/\w+)"', path.read_text("utf-8")))
    # The colour is in the template of 1.0.5, and Flet fills it in.
    assert named - ours - flets == {"color/ic_launcher_background"}


def test_nothing_of_it_is_open_to_other_apps() -> None:
    manifest = ElementTree.parse(RELEASE / "AndroidManifest.xml").getroot()
    receivers = list(manifest.iter("receiver"))
    assert len(receivers) == 2
    exported = NAME.replace("name", "exported")
    assert {receiver.get(exported) for receiver in receivers} == {"false"}
    assert not list(manifest.iter("uses-permission"))


def test_the_journal_stays_out_of_backups_and_moves() -> None:
    rules = ElementTree.parse(RELEASE / "res/xml/data_extraction_rules.xml").getroot()
    for way in ("cloud-backup", "device-transfer"):
        found = rules.find(way)
        assert found is not None
        assert {(rule.tag, rule.get("path")) for rule in found} == {("exclude", ".")}
        kinds = ("root", "file", "database", "sharedpref")
        device = {f"device_{kind}" for kind in kinds}
        assert {rule.get("domain") for rule in found} == {*kinds, *device, "external"}
