"""A storage under TinyDB that loses nothing: frames, a log, snapshots, and tables over them.

`files` asks the operating system, `frames` is what files are made of, `values` what documents
are; `log` and `snapshot` are the two files of a generation, `contents` a table of both; `store` is
the folder, and `database` is TinyDB's face of it.
"""
