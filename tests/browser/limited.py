"""main.py in a process whose disk is full from SIGUSR1 until SIGUSR2."""

import resource
import runpy
import signal
import sys
from pathlib import Path

_, MOST = resource.getrlimit(resource.RLIMIT_FSIZE)


def limit(size: int) -> None:
    """No file may grow beyond so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, MOST))


signal.signal(signal.SIGUSR1, lambda *_: limit(0))
signal.signal(signal.SIGUSR2, lambda *_: limit(MOST))
sys.path.insert(0, str(Path(__file__).parents[2]))
runpy.run_path(str(Path(__file__).parents[2] / "main.py"), run_name="__main__")
