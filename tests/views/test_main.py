"""The language of the computer, which the sample and what is printed are in."""

import pytest

from main import heard


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ({}, []),
        ({"LANG": ""}, []),
        ({"LANG": "C"}, []),
        ({"LANG": "C.UTF-8"}, []),
        ({"LANG": "POSIX"}, []),
        ({"LANG": "de_DE.UTF-8"}, [("de", "DE")]),
        ({"LANG": "de_AT@euro"}, [("de", "AT")]),
        ({"LANG": "es-419"}, [("es", "419")]),
        ({"LANG": "es"}, [("es", "")]),
        ({"LANG": "english"}, []),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "es_MX.UTF-8"}, [("es", "MX")]),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "de_CH.UTF-8"}, [("de", "CH")]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, []),
    ],
)
def test_the_language_of_the_computer_is_heard(
    monkeypatch: pytest.MonkeyPatch, names: dict[str, str], told: list[tuple[str, str]]
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert heard() == told
