// Runs Python in a worker, one piece after the other: `await python(code)` is what it returns.
let last = 0;
const waiting = new Map();

function begin() {
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = ({ data: { said, id, result, error } }) => {
    if (said !== undefined) {
      console.log(said);
      return;
    }
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  };
  return worker;
}

let worker = begin();

window.python = (code) =>
  new Promise((resolve, reject) => {
    waiting.set((last += 1), { resolve, reject });
    worker.postMessage({ id: last, code });
  });

// As closing the tab does, but the page stays.
window.anew = () => {
  worker.terminate();
  waiting.clear();
  worker = begin();
};

const pool = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("journal");

// What lies in OPFS, by the names there; for when nobody has it open.
window.raw = async () => {
  const found = {};
  for await (const [name, file] of await pool()) {
    found[name] = new TextDecoder("latin1").decode(await (await file.getFile()).arrayBuffer());
  }
  return found;
};

// Puts something in the place of a file there.
window.replace = async (name, content) => {
  const file = await (await pool()).getFileHandle(name);
  const writable = await file.createWritable();
  await writable.write(Uint8Array.from(content, (one) => one.charCodeAt(0)));
  await writable.close();
};

// Removes everything, when nobody has it open.
window.empty = async () => {
  await (await navigator.storage.getDirectory()).removeEntry("journal", { recursive: true });
};
