"""main.py in a process that speaks the language of tests/pseudo.py."""

import runpy
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]

sys.path[0] = str(ROOT)
import_module("tests.pseudo").speak_it()
runpy.run_path(str(ROOT / "main.py"), run_name="__main__")
