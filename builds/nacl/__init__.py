"""PyNaCl's face over libsodium.js, for Python in a browser: what `storage` asks for, and no more.

The same names, arguments, results and errors; `builds.web` puts it into the archive as `nacl`.
PyNaCl itself has no wheel for Pyodide.
"""
