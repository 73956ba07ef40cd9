"""Looking up very many short texts where they stand in a buffer, without making strings of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.intp]
Words = NDArray[np.uint64]

LONGEST = 256
"""Bytes of the longest text that is looked up; also what a buffer must hold beyond its text."""

_WORD = 8
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], dtype=np.uint64)
_MIX = np.uint64(0x9E3779B97F4A7C15)


def padded(text: bytes) -> Bytes:
    """Return a buffer of a text, with what a `Lexicon` needs behind it."""
    return np.frombuffer(text + bytes(LONGEST + _WORD), dtype=np.uint8)


class Lexicon:
    """Some texts, each with a number, found by perfect hashing of their 8-byte words and then compared."""

    def __init__(self, texts: Sequence[tuple[bytes, int]], missing: int) -> None:
        """Take texts that differ, each with its number; one that is longer than `LONGEST` is left out.

        Args:
            missing: the number of every other text.
        """
        kept = [(text, number) for text, number in texts if 0 < len(text) <= LONGEST]
        sizes = np.array([len(text) for text, _ in kept], dtype=np.intp)
        self._width = max(1, -(-int(sizes.max(initial=1)) // _WORD))
        buffer = padded(b"".join(text for text, _ in kept))
        words = _words(buffer, np.cumsum(sizes) - sizes, sizes, self._width)
        self._factor, self._shift, slots = _spread(_hash(words, sizes))
        # What is in no slot is compared with a text of no length, which nothing equals.
        table = np.full(1 << int(64 - self._shift), len(kept), dtype=np.intp)
        table[slots] = np.arange(len(kept))
        self._table = table
        self._words = np.hstack([words, np.zeros((self._width, 1), dtype=np.uint64)])
        self._sizes = np.append(sizes, -1)
        self._numbers = np.array([*(number for _, number in kept), missing], dtype=np.int64)

    def look_up(self, buffer: Bytes, starts: Places, sizes: Places) -> NDArray[np.int64]:
        """Return the numbers of the texts that stand at `starts`; `buffer` is `padded`."""
        words = _words(buffer, starts, np.minimum(sizes, LONGEST), self._width)
        slots = (_hash(words, sizes) * self._factor) >> self._shift
        found = self._table[slots.astype(np.intp)]
        same = self._sizes[found] == sizes
        for row in range(self._width):
            same &= self._words[row][found] == words[row]
        return np.where(same, self._numbers[found], self._numbers[-1])


def _words(buffer: Bytes, starts: Places, sizes: Places, width: int) -> Words:
    """Return the first `width` words of texts, zero where there is no text, (width, N)."""
    at = np.ndarray((len(buffer) - _WORD + 1,), "<u8", buffer.data, strides=(1,))
    words = np.empty((width, len(starts)), dtype=np.uint64)
    for row in range(width):
        rest = sizes - _WORD * row
        # A text at the very end has no second word to read: it is masked, but must be somewhere.
        place = np.minimum(starts + _WORD * row, len(at) - 1)
        words[row] = at[place] & _MASKS[np.clip(rest, 0, _WORD)]
    return words


def _hash(words: Words, sizes: Places) -> Words:
    mixed = sizes.astype(np.uint64)
    for row in words:
        mixed = (mixed * _MIX) ^ row
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _spread(hashes: Words) -> tuple[np.uint64, np.uint64, Places]:
    """Find a factor and a shift that put every hash into a slot of its own."""
    bits = max(4, 2 * len(hashes).bit_length())
    factor = int(_MIX)
    while True:
        for _ in range(64):
            shift = np.uint64(64 - bits)
            slots = ((hashes * np.uint64(factor)) >> shift).astype(np.intp)
            if len(set(slots.tolist())) == len(hashes):
                return np.uint64(factor), shift, slots
            factor = factor * int(_MIX) % 2**64 | 1
        bits += 1
