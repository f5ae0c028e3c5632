"""What Flet has no settings for: laid into the Android project that `flet build` makes.

That is the icon in the colours of the wallpaper, the rules that keep the journal out of a move to
another phone, and what receives the time of a reminder.
"""

import shutil
from pathlib import Path
from typing import Final

from flet_notifications.patcher import patch_gradle

RELEASE: Final = Path(__file__).parent / "release"


def lay(project: Path) -> None:
    """Adds it to a Flutter project. Doing so again changes nothing."""
    app = project / "android/app"
    shutil.copytree(RELEASE, app / "src/release", dirs_exist_ok=True)
    # The library of the reminders takes newer Java than the oldest phones have.
    patch_gradle(app / "build.gradle.kts")
