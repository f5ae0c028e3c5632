"""Where the journal is kept."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from storage.paths import data_folder

PACKAGED = "FLET_APP_STORAGE_DATA"


def test_the_folder_chosen_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PACKAGED, "/given")
    assert data_folder("/chosen") == Path("/chosen")
    assert data_folder("~/journal") == Path.home() / "journal"
    assert data_folder(None) == Path("/given")


def test_without_a_choice_it_is_the_platforms_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PACKAGED, raising=False)
    assert data_folder(None) == user_data_path("Meanwhile", appauthor=False)
    assert data_folder(None).is_absolute()
