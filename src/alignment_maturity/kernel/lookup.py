"""Tables of what respondents can say to the questions of a dimension, and what it comes to.

The codes of several questions, side by side, make up one key. Where a dimension has too many questions for
one key its sums are added up from several tables: of several questions each, where all sums are exact in
whatever order they are taken, else question by question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from alignment_maturity.kernel.instrument import Booleans, Floats, Instrument
from alignment_maturity.kernel.placement import weighed
from alignment_maturity.kernel.said import Codes, Said, bits_of

Keys = NDArray[np.intp]

KEY = 12
"""Bits of a key, as a rule: tables this large stay in the cache of a processor."""

STRIP = 4
"""Figures side by side in a table: numpy copies 32 bytes at once as quickly as 8."""


def table_cells(instrument: Instrument) -> int:
    """Return how many figures the tables of a questionnaire hold, at most."""
    weights, bits = len(set(instrument.group_weight.tolist())), bits_of(instrument)
    varied = (weights - 1).bit_length()
    most = _most(bits, varied)
    questions, levels = instrument.spoken.shape
    blocks = questions // most + len(instrument.dimension_weight)
    rows = (weights * questions << bits) + (blocks << varied + bits * most) + (questions << varied + bits)
    return int(rows * (2 * (levels + 1) + STRIP))


def _most(bits: int, varied: int) -> int:
    """Return how many questions fit into a key."""
    return max(1, (KEY - varied) // bits)


@dataclass(frozen=True)
class Columns:
    """What stands side by side in the tables.

    First L + 1 sums, of each coverage and of the index; then the P weights they are divided by, once where
    they are the same; then how many answers there are; then nothing, up to a full strip.

    Attributes:
        weights: (L + 1,) the column of the weights of each sum.
        spoken: (Q, P) whether a question has a say in each column of weights.
        strips: how many strips they fill.
    """

    weights: NDArray[np.intp]
    spoken: Booleans
    strips: int

    @classmethod
    def of(cls, instrument: Instrument) -> Columns:
        """Lay out the columns."""
        always = np.ones((len(instrument.spoken), 1), dtype=bool)
        spoken, column = np.unique(np.hstack([instrument.spoken, always]), axis=1, return_inverse=True)
        number = len(column) + spoken.shape[1] + 1
        return cls(len(column) + column.ravel(), spoken, -(-number // STRIP))

    def entries(self, instrument: Instrument, said: Said) -> Floats:
        """Return what each thing said adds to each column, (V, Q, B, columns)."""
        entries = np.zeros((*said.index.shape, self.strips * STRIP))
        for question, share in enumerate(instrument.question_weight):
            answered = said.answered[question]
            for level, spoken in enumerate(instrument.spoken[question]):
                total, _ = weighed(share, said.fulfilment[:, question, level], answered & spoken)
                entries[:, question, :, level] = total
            total, _ = weighed(share, said.index[:, question], answered)
            entries[:, question, :, len(self.weights) - 1] = total
            for column, spoken in enumerate(self.spoken[question], start=len(self.weights)):
                _, weight = weighed(share, said.index[:, question], answered & spoken)
                entries[:, question, :, column] = weight
        entries[..., self._complete] = said.complete
        return entries

    def means(self, sums: Floats) -> list[Floats]:
        """Return the L + 1 means of sums (strips, ..., 4), each (...); NaN where there is none."""
        return [mean for mean, _ in self._means(sums)]

    def complete(self, sums: Floats) -> Floats:
        """Return how many answers were given, (...), from sums (strips, ..., 4)."""
        return self._column(sums, self._complete)

    def closed(self, instrument: Instrument, dimension: int, sums: Floats) -> tuple[Floats, Floats]:
        """Return what a dimension adds to the sums over dimensions, as they are, and its index, 0 to 100."""
        means, share = self._means(sums), instrument.dimension_weight[dimension]
        added = sums.copy()
        for column, ((mean, exists), of_weight) in enumerate(zip(means, self.weights, strict=True)):
            total, weight = weighed(share, mean, exists)
            self._column(added, column)[...] = total
            self._column(added, of_weight)[...] = weight
        return added, 100 * means[-1][0]

    def _means(self, sums: Floats) -> list[tuple[Floats, Booleans]]:
        """Return the means, and where each exists."""
        weights = {column: self._column(sums, column).copy() for column in set(self.weights.tolist())}
        exist = {column: weight > 0 for column, weight in weights.items()}
        return [
            (_divided(self._column(sums, column), weights[of_weight], exist[of_weight]), exist[of_weight])
            for column, of_weight in enumerate(self.weights.tolist())
        ]

    @property
    def _complete(self) -> int:
        return int(len(self.weights) + self.spoken.shape[1])

    @staticmethod
    def _column(sums: Floats, column: int) -> Floats:
        return sums[column // STRIP, ..., column % STRIP]


@dataclass(frozen=True)
class Block:
    """The sums over some questions by what is said to them.

    Attributes:
        questions: their indices, in order.
        bits: b.
        varied: how many bits of a key are the variety of the group, before those of the questions.
        table: (strips, keys, 4).
    """

    questions: tuple[int, ...]
    bits: int
    varied: int
    table: Floats

    @classmethod
    def of(cls, questions: tuple[int, ...], said: Said, varied: int, entries: Floats) -> Block:
        """Add up the entries of the questions, in order, for each key."""
        keys = np.arange(1 << (varied + said.bits * len(questions)))
        variety = np.minimum(keys & ((1 << varied) - 1), len(entries) - 1)
        rows = np.zeros((len(keys), entries.shape[-1]))
        for at, question in enumerate(questions):
            rows += entries[variety, question, (keys >> (varied + said.bits * at)) & said.nothing]
        strips = rows.reshape(len(keys), -1, STRIP)
        return cls(questions, said.bits, varied, np.ascontiguousarray(np.moveaxis(strips, 1, 0)))

    def keys(self, codes: Codes, variety: Codes) -> Keys:
        """Return the key of each organisation, (n,)."""
        keys = variety.astype(np.uint16) if self.varied else np.zeros(len(variety), dtype=np.uint16)
        for at, question in enumerate(self.questions):
            keys |= codes[question].astype(np.uint16) << np.uint16(self.varied + self.bits * at)
        return keys.astype(np.intp)

    def look_up(self, keys: Keys, out: Floats) -> None:
        """Write the sums of each key to `out`, (strips, n, 4)."""
        for strip, rows in zip(self.table, out, strict=True):
            np.take(strip, keys, axis=0, out=rows, mode="clip")


@dataclass(frozen=True)
class Dimension:
    """One dimension: its blocks, and where there is but one, the finished figures by its keys.

    Attributes:
        index: (keys,) the index of the dimension, 0 to 100; None where there are several blocks.
    """

    instrument: Instrument
    columns: Columns
    place: int
    blocks: tuple[Block, ...]
    index: Floats | None

    @classmethod
    def of(
        cls, instrument: Instrument, columns: Columns, said: Said, entries: Floats, place: int
    ) -> Dimension:
        """Work out the tables of one dimension, from the entries of all questions."""
        questions = [int(question) for question in np.flatnonzero(instrument.dimension == place)]
        varied = (len(entries) - 1).bit_length()
        most = _most(said.bits, varied)
        blocks = tuple(
            Block.of(tuple(questions[start:stop]), said, varied, entries)
            for start, stop in pairwise(_cuts(len(questions), most, exact=_exact(entries[:, questions])))
        )
        if len(blocks) > 1:
            return cls(instrument, columns, place, blocks, None)
        table, index = columns.closed(instrument, place, blocks[0].table)
        return cls(instrument, columns, place, (replace(blocks[0], table=table),), index)

    def add(self, whole: Floats, index: Floats, codes: Codes, variety: Codes) -> None:
        """Add the dimension to sums over dimensions, (strips, n, 4), and write its index, (n,)."""
        first, *others = self.blocks
        keys = first.keys(codes, variety)
        sums, found = np.empty_like(whole), np.empty_like(whole)
        first.look_up(keys, sums)
        if self.index is not None:
            np.take(self.index, keys, out=index, mode="clip")
        else:
            for block in others:
                block.look_up(block.keys(codes, variety), found)
                sums += found
            sums, index[:] = self.columns.closed(self.instrument, self.place, sums)
        whole += sums


def _divided(sums: Floats, weight: Floats, exists: Booleans) -> Floats:
    """Divide by weights; NaN where there is none."""
    if exists.all():
        return sums / weight
    return np.asarray(np.divide(sums, weight, out=np.full(sums.shape, np.nan), where=exists))


def _cuts(questions: int, most: int, *, exact: bool) -> list[int]:
    """Return where to cut the questions of a dimension into blocks of at most so many."""
    if exact:
        return [*range(0, questions, most), questions]
    return [0, *range(min(most, questions), questions + 1)]


def _exact(entries: Floats) -> bool:
    """Tell whether sums of entries, one of each question of (V, Q', B, columns), are exact in any order.

    They are where all are whole multiples of one power of two, and not too many of them.
    """
    unit = max(Fraction(entry).denominator for entry in set(entries.ravel().tolist()))
    most = sum(Fraction(float(entry)) for entry in entries.max(axis=(0, 2, 3)))
    return bool(most * unit <= 2**53)
