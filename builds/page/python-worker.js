// Python, with libsodium and the browser's files beside it: everything is in the app's archive.

import { loadPyodide } from "./pyodide/pyodide.mjs";
import * as opfs from "./opfs.js";
import sodium from "./sodium/libsodium-wrappers.mjs";

const start = new Promise((resolve) => {
  self.onmessage = ({ data }) => resolve(data.documentUrl);
});
// What Flet's connection in Python takes for its page.
const flet = {
  started: () => self.postMessage({ started: true }),
  keep: () => self.postMessage({ keep: true }),
  again: () => self.postMessage({ again: true }),
};

// A font for the paper, at once: who measures letters awaits nothing.
function read(path) {
  try {
    const asked = new XMLHttpRequest();
    asked.open("GET", path, false);
    asked.responseType = "arraybuffer";
    asked.send();
    return asked.status === 200 ? new Uint8Array(asked.response) : null;
  } catch {
    return null;
  }
}

function send(packet) {
  const bytes = packet.toJs();
  self.postMessage(bytes, [bytes.buffer]);
}

try {
  const [pyodide, app, packages] = await Promise.all([
    loadPyodide({ env: { HOME: "/home/meanwhile", TZ: zone(), PYTHONWARNINGS: "ignore" } }),
    fetched("app.tar.gz"),
    fetched("packages.zip"),
    sodium.ready,
  ]);
  flet.documentUrl = await start;
  pyodide.registerJsModule("flet_js", flet);
  pyodide.registerJsModule("libsodium", sodium);
  pyodide.registerJsModule("meanwhile_opfs", opfs);
  pyodide.registerJsModule("meanwhile_files", { read });
  pyodide.unpackArchive(app, "gztar", { extractDir: "/app" });
  // Python reads it as it is.
  pyodide.FS.writeFile("/packages.zip", new Uint8Array(packages));
  await pyodide.runPythonAsync(`
import runpy, sys
sys.path[:0] = ["/app", "/packages.zip"]
runpy.run_module("main", run_name="__main__")
`);
  await flet.start_connection(send);
  self.onmessage = ({ data }) => flet.send(data);
  self.postMessage({ ready: true });
} catch (error) {
  self.postMessage({ failed: String(error) });
}

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
}

function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
