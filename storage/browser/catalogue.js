// What the files of the disk are called.

export const BLOCK = 4096;

// The names, in two copies. A folder is a Map from names to folders or to numbers of the pool.
export class Catalogue {
  constructor(handles) {
    this._handles = handles;
    this._count = 0;
    this._whole = 0; // The copy that is surely as the names are.
    this.root = new Map();
  }

  // Takes the newer copy of those that can be read; whether there is one.
  read() {
    const copies = this._handles.map(readCopy);
    const counts = copies.map((copy) => (copy ? copy.count : 0));
    this._whole = counts[1] > counts[0] ? 1 : 0;
    this._count = counts[this._whole];
    if (this._count) this.root = copies[this._whole].root;
    if (counts[0] !== counts[1]) this._mirror(encoded(this._count, this.root));
    return this._count > 0;
  }

  // Makes the names durable. Where this throws, what is on the disk is as before.
  write() {
    this._count += 1;
    const content = encoded(this._count, this.root);
    // Room for both before anything is lost; so removing a name needs none, on a disk that is full.
    for (const handle of this._handles) {
      if (handle.getSize() < content.length) handle.truncate(content.length);
    }
    const other = 1 - this._whole;
    try {
      this._put(other, content);
    } catch (error) {
      this._spoil(other);
      throw error;
    }
    this._whole = other;
    this._mirror(content);
  }

  // It is durable already. The second copy is for a disk that loses the first.
  _mirror(content) {
    const other = 1 - this._whole;
    try {
      this._put(other, content);
    } catch {
      this._spoil(other);
    }
  }

  _put(copy, content) {
    const handle = this._handles[copy];
    if (handle.write(content, { at: 0 }) < content.length) {
      throw new DOMException("There is no room left.", "QuotaExceededError");
    }
    handle.flush();
  }

  // What may be whole in spite of an error is not to be found later.
  _spoil(copy) {
    const handle = this._handles[copy];
    try {
      handle.write(new Uint8Array(Math.min(BLOCK, handle.getSize())), { at: 0 });
      handle.flush();
    } catch {
      // Then the disk takes nothing at all, and the next change fails as well.
    }
  }
}

// "count length digest", a line, and as many bytes of JSON; then zeros to the end of a block.
function encoded(count, root) {
  const body = new TextEncoder().encode(JSON.stringify(root, listed));
  const heading = new TextEncoder().encode(`${count} ${body.length} ${digest(body)}\n`);
  const content = new Uint8Array(Math.ceil((heading.length + body.length) / BLOCK) * BLOCK);
  content.set(heading);
  content.set(body, heading.length);
  return content;
}

function readCopy(handle) {
  const content = new Uint8Array(handle.getSize());
  handle.read(content, { at: 0 });
  const end = content.indexOf(10);
  const heading = new TextDecoder().decode(content.subarray(0, Math.max(0, end)));
  const [count, length, sum] = heading.split(" ").map(Number);
  const body = content.subarray(end + 1, end + 1 + length);
  if (!(count > 0) || body.length !== length || digest(body) !== sum) return null;
  return { count, root: folderOf(JSON.parse(new TextDecoder().decode(body))) };
}

const listed = (_, value) => (value instanceof Map ? [...value] : value);

const folderOf = (names) =>
  new Map(names.map(([name, one]) => [name, Array.isArray(one) ? folderOf(one) : one]));

// FNV-1a.
const digest = (bytes) =>
  bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
