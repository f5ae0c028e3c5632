"""Run before the app in its folder: programs that it starts find their own libraries.

PyInstaller's loader points at the libraries in the folder, and a browser or the window would take
those. What the app itself loads was looked up when it started, and stays the same.
"""

import os

for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    before = os.environ.pop(f"{name}_ORIG", None)
    os.environ.pop(name, None)
    if before is not None:
        os.environ[name] = before
# By this id a desktop finds the name and icon of the window.
os.environ.setdefault("FLET_APP_ID", "meanwhile")
