"""TinyDB's own tests, of the very version we use, over our storage and our table."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = (
    "tinydb==4.9.0 --hash=sha256:6928b1fa785186bda7952a0ba05aaeedc883ede565ca9c7d608de44e5e75de70"
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """TinyDB's source distribution, from the registry."""
    folder = tmp_path_factory.mktemp("tinydb")
    (folder / "wanted.txt").write_text(SOURCE)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:"]
    command += [f"--dest={folder}", "--require-hashes", "--requirement", f"{folder}/wanted.txt"]
    subprocess.run(command, check=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    (source,) = folder.glob("*/tests")
    # It would be another package of the same name as ours.
    (source / "__init__.py").unlink()
    return source


def test_all_of_tinydb_works_over_our_storage(unpacked: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.storage.tinydb_on_store"]
    command += ["-p", "no:cacheprovider", "--rootdir", str(unpacked), "-c", os.devnull]
    ran = subprocess.run(
        [*command, str(unpacked)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    assert "202 passed" in ran.stdout, ran.stdout[-300:]
