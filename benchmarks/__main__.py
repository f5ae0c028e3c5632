"""All measures: `make bench` as a table, `make bench ARGS=--json` as a list."""

import json
import sys
from dataclasses import asdict

from benchmarks import charts, drawings, guesses, journal, storage

PARTS = (storage, charts, journal, drawings, guesses)

if "--json" in sys.argv:
    every = [asdict(one) for part in PARTS for one in part.measures()]
    print(json.dumps(every, indent=1))
    sys.exit()

print(f"{'what':44} {'engine':20} {'n':>4} {'median ms':>11} {'p95 ms':>11}")
found = []
for part in PARTS:
    for one in part.measures():
        found.append(one)
        print(
            f"{one.what:44} {one.engine:20} {one.n:4} {one.median_ms:11.4f} {one.p95_ms:11.4f}",
            flush=True,
        )
print(*storage.aims(found), *charts.aims(found), *guesses.aims(found), sep="\n")
