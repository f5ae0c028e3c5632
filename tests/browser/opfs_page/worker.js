import { loadPyodide } from "./pyodide/pyodide.mjs";
import * as opfs from "./opfs.js";

const starting = (async () => {
  const [pyodide, packages] = await Promise.all([
    loadPyodide({ stdout: (said) => postMessage({ said }) }),
    fetch("packages.tar").then((answer) => answer.arrayBuffer()),
  ]);
  pyodide.unpackArchive(packages, "tar", { extractDir: "/packages" });
  pyodide.registerJsModule("meanwhile_opfs", opfs);
  // Nothing is sealed here.
  pyodide.registerJsModule("libsodium", {});
  await pyodide.runPythonAsync("import sys; sys.path.insert(0, '/packages'); from trying import *");
  return pyodide;
})();

onmessage = async ({ data: { id, code } }) => {
  try {
    const pyodide = await starting;
    const result = await pyodide.runPythonAsync(code);
    postMessage({ id, result });
  } catch (error) {
    postMessage({ id, error: String(error.message ?? error) });
  }
};
