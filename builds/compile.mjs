// Compiles what Python in the browser imports: there it would be done anew with every start.
// node compile.mjs PYODIDE FOLDER

import { pathToFileURL } from "node:url";

const [, , home, root] = process.argv;
const { loadPyodide } = await import(pathToFileURL(home));
const pyodide = await loadPyodide();
pyodide.FS.mkdirTree("/app");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root }, "/app");
// What is compiled is taken as it is: nobody changes the source beside it, which is removed.
const isWhole = pyodide.runPython(`
import compileall, pathlib, py_compile

is_whole = compileall.compile_dir(
    "/app", quiet=1, legacy=True,
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
)
for path in pathlib.Path("/app").rglob("*.py"):
    path.unlink()
is_whole
`);
process.exit(isWhole ? 0 : 1);
