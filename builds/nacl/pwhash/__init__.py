"""Keys from what a person knows."""

from nacl.pwhash import argon2id

__all__ = ["argon2id"]
