"""The errors of PyNaCl."""

import builtins


class CryptoError(Exception):
    """What could not be opened."""


class RuntimeError(builtins.RuntimeError, CryptoError):
    """What libsodium could not do, as for want of memory."""


class ValueError(builtins.ValueError, CryptoError):
    """A number or a size that is out of bounds."""


class TypeError(builtins.TypeError, CryptoError):
    """Something that is no bytes of the size it must have."""
