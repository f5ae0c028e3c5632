"""Moving in: what a file of another app tells, what it means here, and what it becomes.

`record` has what was read, before it means anything here; `meaning` what its moods and tags are to
become, with what is offered first; `telling` what one record says then, and the preview; `becoming`
makes entries of it, `newcomers` the people and parts among them; `undoing` takes them back.
"""
