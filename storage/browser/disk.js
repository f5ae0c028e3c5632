// The files below the disk, all of them open.

import { Catalogue } from "./catalogue.js";

const FOLDER = "journal";
const COPIES = ["catalogue-a", "catalogue-b"];
const RESERVE = 24; // Files that are open and have no name yet.
const PATIENCE = 3000; // After a reload the worker before this one may still be going, in ms.
const AGAIN = 50;

export const isTaken = (error) => error.name === "NoModificationAllowedError";
export const isFull = (error) => error.name === "QuotaExceededError";

export class Unreadable extends Error {}

function* numbersIn(folder) {
  for (const one of folder.values()) {
    if (one instanceof Map) yield* numbersIn(one);
    else yield one;
  }
}

// The catalogue and the pool. Whoever has the catalogue open keeps all others out.
export class Disk {
  constructor(folder) {
    this._folder = folder;
    this._until = performance.now() + PATIENCE;
    this._opened = [];
    this._pool = new Map();
    this._free = [];
    this._next = 0;
    this.filling = null;
    this.quota = {}; // What the browser last said of all there is, and of what is used, in bytes.
  }

  static async open() {
    const root = await navigator.storage.getDirectory();
    const disk = new Disk(await root.getDirectoryHandle(FOLDER, { create: true }));
    try {
      await disk._begin();
    } catch (error) {
      disk.close();
      throw error;
    }
    return disk;
  }

  async _begin() {
    const copies = [];
    for (const name of COPIES) copies.push(await this._handle(name));
    this._catalogue = new Catalogue(copies);
    const isThere = this._catalogue.read();
    const named = new Set(numbersIn(this._catalogue.root));
    const numbers = new Set(named);
    for await (const name of this._folder.keys()) {
      if (/^\d+$/.test(name)) numbers.add(Number(name));
    }
    const opened = await Promise.allSettled([...numbers].map((number) => this._add(number)));
    const failed = opened.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
    // Without a single name nothing was ever written, or the names are lost.
    if (!isThere && [...this._pool.values()].some((one) => one.getSize())) throw new Unreadable();
    for (const number of numbers) {
      if (!named.has(number)) this.release(number);
    }
    this._fill();
    await this.filling;
  }

  async _handle(name) {
    const file = await this._folder.getFileHandle(String(name), { create: true });
    for (;;) {
      try {
        const handle = await file.createSyncAccessHandle();
        this._opened.push(handle);
        return handle;
      } catch (error) {
        if (!isTaken(error) || performance.now() > this._until) throw error;
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
  }

  async _add(number) {
    this._next = Math.max(this._next, number + 1);
    this._pool.set(number, await this._handle(number));
  }

  _fill() {
    this.filling ??= this._filled().finally(() => (this.filling = null));
  }

  async _filled() {
    try {
      while (this._free.length < RESERVE) {
        const number = this._next;
        await this._add(number);
        this._free.push(number);
      }
      this.quota = await navigator.storage.estimate();
    } catch {
      // There is no room for more of them now: it is tried again with the next one taken.
    }
  }

  get root() {
    return this._catalogue.root;
  }

  handle(number) {
    return this._pool.get(number);
  }

  // The number of an empty file; undefined where all are taken.
  take() {
    const number = this._free.pop();
    if (this._free.length < RESERVE / 2) this._fill();
    return number;
  }

  // Empties a file that has no name any more.
  release(number) {
    const handle = this._pool.get(number);
    try {
      if (handle.getSize()) {
        handle.truncate(0);
        handle.flush();
      }
    } catch {
      // It is not used again, and emptied at the next opening.
      return;
    }
    this._free.push(number);
  }

  // Changes the names in some folders, durably or not at all.
  change(folders, alter) {
    const before = folders.map((folder) => [...folder]);
    alter();
    try {
      this._catalogue.write();
    } catch (error) {
      folders.forEach((folder, n) => {
        folder.clear();
        for (const [name, one] of before[n]) folder.set(name, one);
      });
      throw error;
    }
  }

  // Lets go of it, so that another worker can open it.
  close() {
    for (const handle of this._opened) handle.close();
  }
}
