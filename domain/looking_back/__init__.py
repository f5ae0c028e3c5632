"""Looking back: what was logged, by the day, and the few honest ways to sum it up.

- `diary.py`: the check-ins by day, each day with its middles; kept up by the day that changed.
- `stretch.py`: the days one looks at, first and last.
- `middles.py`: the middle of some days, the half around it, the line of 14 days, and gaps.
- `comparing.py`: two sets of days beside each other, in one of four words.
- `asking.py`: the questions that a person may pick, as two sets of days.
- `counting.py`: how often: cells of the pad, words, parts, hours, weekdays.
- `around_sessions.py`: the days before and after sessions.
- `look.py`: what one looked at, to find it again from the list.

A day counts once, however often something was logged on it.
"""
