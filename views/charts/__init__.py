"""Charts of what was logged: pure functions from days to a `Chart`, and the card that shows one.

- `chart.py`: what a chart is (a drawing, its legend, the same in words, a table) and what it is
  made from: a `Lens` (what is looked at) in a `Room` (what it is drawn on).
- `axis.py`: days from left to right, with sessions; `rows.py`: dots piled on the seven steps;
  `sayings.py`: numbers and days in words.
- `over_time.py` (in words: `said_over_time.py`), `pad.py`, `calendar.py`, `words.py`, `people.py`,
  `parts.py`, `moments.py`, `around_sessions.py`, `times.py`, `answer.py`: a chart each, or a few
  that are made alike.
- `all.py`: every one of them by its name.
- `seen.py`: the lens and the room of a session; `card.py`: the card on the screen. These two alone
  know the state.

The marks of a drawing are those of `components/marks.py`, on the screen and on paper.
"""
