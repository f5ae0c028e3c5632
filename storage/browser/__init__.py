"""What storage needs to live in a browser, where Python runs in a worker and has no disk.

- `opfs.js` is a file system for Emscripten: below the folder it is mounted at, `os` and `pathlib`
  do what they do anywhere, durably too. `disk.js` has its files, which are sync access handles of
  OPFS, and `catalogue.js` their names.
- `opfs.py` mounts it. The worker registers `opfs.js` as the module `meanwhile_opfs` before that.
"""
