"""All measures: `make bench` as a table, `make bench ARGS=--json` as a list."""

import json
import sys
from dataclasses import asdict

from benchmarks import drawings, journal, storage

if "--json" in sys.argv:
    every = [*storage.measures(), *journal.measures(), *drawings.measures()]
    print(json.dumps([asdict(one) for one in every], indent=1))
    sys.exit()

print(f"{'what':44} {'engine':20} {'n':>4} {'median ms':>11} {'p95 ms':>11}")
found = []
for measures in (storage.measures(), journal.measures(), drawings.measures()):
    for one in measures:
        found.append(one)
        print(
            f"{one.what:44} {one.engine:20} {one.n:4} {one.median_ms:11.4f} {one.p95_ms:11.4f}",
            flush=True,
        )
print(*storage.aims(found), sep="\n")
