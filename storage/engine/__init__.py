"""A storage under TinyDB that loses nothing: frames, a log, snapshots, and tables over them.

`files` asks the operating system, `frames` is what files are made of, `values` what documents
are; `log` and `snapshot` (of `chunk` and `index`) are the two files of a generation, `contents` a
table of both; `tables` are all of them and how they change, `store` keeps them in a folder, and
`database` is TinyDB's face of it.
"""
