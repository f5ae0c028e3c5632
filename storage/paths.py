"""Where the journal is kept."""

import os
from pathlib import Path

from platformdirs import user_data_path


def data_folder(chosen: str | None) -> Path:
    """The folder chosen, or the one a packaged app is given, or the platform's own."""
    given = chosen or os.environ.get("FLET_APP_STORAGE_DATA")
    return Path(given).expanduser() if given else user_data_path("Meanwhile", appauthor=False)
