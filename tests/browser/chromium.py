"""A Chromium to test in: Playwright's own, the system's, or one that is installed now."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """The path of a Chromium, or None where there is none."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install() -> None:
    """Playwright's download, or the package of the system where that can't be reached."""
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode:
        root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*root, "apt-get", "update"], check=True)
        subprocess.run([*root, "apt-get", "install", "--yes", "chromium"], check=True)


if __name__ == "__main__":
    if executable() is None:
        install()
    if executable() is None:
        raise SystemExit("No Chromium could be found or installed.")
