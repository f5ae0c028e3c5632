"""What storage needs to live in a browser, where Python runs in a worker and has no disk.

- `opfs.js` is the disk: a file system for Emscripten over sync access handles of OPFS. Below the
  folder it is mounted at, `os` and `pathlib` do what they do anywhere, durably too.
- `opfs.py` mounts it. The worker registers `opfs.js` as the module `meanwhile_opfs` before that.
"""
