// A disk for the journal in the browser's own file system (OPFS), mounted in Emscripten's.
//
// A POSIX call ends before the next begins. In OPFS only a sync access handle can do that, and
// opening one takes a moment: so files "0", "1", ... lie open in a pool, and the catalogue has
// their names. A change of names is one durable write of it. Python can't be called from here: it
// has let go of its lock while it waits for a call.

import { BLOCK } from "./catalogue.js";
import { Disk, Unreadable, isFull, isTaken } from "./disk.js";

const DEVICE = 2; // What is in memory is 1.
// As WASI numbers them.
const EINVAL = 28;
const EIO = 29;
const ENOENT = 44;
const ENOSPC = 51;
const ENOTEMPTY = 55;

// Mounts the disk at a folder that is there. "" where that went well, else why not: "taken" (by
// another tab), "full", "refused" (by the browser), or "unreadable" (and left as it is).
export async function mount(FS, path) {
  if (!navigator.storage?.getDirectory || !globalThis.FileSystemSyncAccessHandle) return "refused";
  let disk;
  try {
    disk = await Disk.open();
  } catch (error) {
    if (error instanceof Unreadable) return "unreadable";
    if (isTaken(error)) return "taken";
    if (isFull(error)) return "full";
    console.error(error);
    return "refused";
  }
  FS.mount(filesystem(FS, disk), { disk }, path);
  return "";
}

// Whether the browser has promised not to clear it by itself.
export async function isLasting() {
  return navigator.storage.persisted();
}

// A file system of Emscripten's. A node's `inside` is the folder or the number it stands for.
function filesystem(FS, disk) {
  const fail = (errno) => {
    throw new FS.ErrnoError(errno);
  };

  // Whatever else were thrown through a system call would be the end of Python.
  const asked = (ask) => {
    try {
      return ask();
    } catch (error) {
      return fail(isFull(error) ? ENOSPC : EIO);
    }
  };

  const handleOf = (node) => disk.handle(node.inside);

  function nodeOf(parent, name, mode, inside) {
    const node = FS.createNode(parent, name, mode, 0);
    node.node_ops = nodeOps;
    node.stream_ops = FS.isDir(mode) ? folderOps : fileOps;
    node.inside = inside;
    node.opened = 0;
    node.isGone = false;
    return node;
  }

  // As on every POSIX system, a file without a name lasts until whoever reads it is done.
  function gone(node) {
    node.isGone = true;
    if (!node.opened) disk.release(node.inside);
  }

  const nodeOps = {
    getattr(node) {
      const size = FS.isDir(node.mode) ? BLOCK : asked(() => handleOf(node).getSize());
      return {
        dev: DEVICE,
        ino: node.id,
        mode: node.mode,
        nlink: 1,
        uid: 0,
        gid: 0,
        rdev: 0,
        size,
        atime: new Date(node.atime),
        mtime: new Date(node.mtime),
        ctime: new Date(node.ctime),
        blksize: BLOCK,
        blocks: Math.ceil(size / BLOCK),
      };
    },

    setattr(node, attributes) {
      for (const key of ["mode", "atime", "mtime", "ctime"]) {
        if (attributes[key] != null) node[key] = attributes[key];
      }
      if (attributes.size !== undefined) {
        asked(() => handleOf(node).truncate(attributes.size));
        node.mtime = node.ctime = Date.now();
      }
    },

    lookup(parent, name) {
      const inside = parent.inside.get(name);
      if (inside === undefined) fail(ENOENT);
      return nodeOf(parent, name, inside instanceof Map ? 0o40777 : 0o100666, inside);
    },

    mknod(parent, name, mode) {
      if (!FS.isDir(mode) && !FS.isFile(mode)) fail(EINVAL);
      const inside = FS.isDir(mode) ? new Map() : (disk.take() ?? fail(ENOSPC));
      try {
        asked(() => disk.change([parent.inside], () => parent.inside.set(name, inside)));
      } catch (error) {
        if (FS.isFile(mode)) disk.release(inside);
        throw error;
      }
      return nodeOf(parent, name, mode, inside);
    },

    rename(node, parent, name) {
      const [before, after] = [node.parent.inside, parent.inside];
      const replaced = after.has(name) ? FS.lookupNode(parent, name) : null;
      if (replaced && FS.isDir(replaced.mode) && replaced.inside.size) fail(ENOTEMPTY);
      asked(() =>
        disk.change([before, after], () => {
          before.delete(node.name);
          after.set(name, node.inside);
        }),
      );
      if (replaced) {
        FS.hashRemoveNode(replaced);
        if (FS.isFile(replaced.mode)) gone(replaced);
      }
      node.name = name;
    },

    unlink(parent, name) {
      const node = FS.lookupNode(parent, name);
      asked(() => disk.change([parent.inside], () => parent.inside.delete(name)));
      gone(node);
    },

    rmdir(parent, name) {
      if (parent.inside.get(name).size) fail(ENOTEMPTY);
      asked(() => disk.change([parent.inside], () => parent.inside.delete(name)));
    },

    statfs() {
      const { quota, usage } = disk.quota;
      if (quota === undefined) return {};
      const free = Math.max(0, Math.floor((quota - usage) / BLOCK));
      return { blocks: Math.floor(quota / BLOCK), bfree: free, bavail: free };
    },

    readdir: (node) => [".", "..", ...node.inside.keys()],
  };

  function llseek(stream, offset, whence) {
    let position = offset;
    if (whence === 1) position += stream.position;
    if (whence === 2) position += nodeOps.getattr(stream.node).size;
    return position < 0 ? fail(EINVAL) : position;
  }

  // Names are durable before the call that changes them ends.
  const folderOps = { llseek, fsync: () => 0 };

  const opened = (stream) => (stream.node.opened += 1);

  const fileOps = {
    llseek,
    open: opened,
    dup: opened,

    close(stream) {
      const { node } = stream;
      node.opened -= 1;
      if (node.isGone && !node.opened) disk.release(node.inside);
    },

    read(stream, buffer, offset, length, position) {
      const part = buffer.subarray(offset, offset + length);
      return asked(() => handleOf(stream.node).read(part, { at: position }));
    },

    write(stream, buffer, offset, length, position) {
      const part = buffer.subarray(offset, offset + length);
      const written = asked(() => handleOf(stream.node).write(part, { at: position }));
      if (length && !written) fail(ENOSPC);
      stream.node.mtime = stream.node.ctime = Date.now();
      return written;
    },

    fsync(stream) {
      asked(() => handleOf(stream.node).flush());
      return 0;
    },
  };

  return {
    mount(mounted) {
      const root = nodeOf(null, "/", 0o40777, disk.root);
      root.mount = mounted;
      return root;
    },
  };
}
