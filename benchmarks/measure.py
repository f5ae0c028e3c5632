"""What was timed."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """What was timed, how often, over what, and how long it took."""

    what: str
    n: int
    engine: str
    median_ms: float
    p95_ms: float


def measure(what: str, engine: str, times: list[float]) -> Measure:
    """The measure of times in seconds."""
    p95 = statistics.quantiles(times, n=20, method="inclusive")[-1]
    return Measure(
        what, len(times), engine, round(statistics.median(times) * 1000, 4), round(p95 * 1000, 4)
    )
