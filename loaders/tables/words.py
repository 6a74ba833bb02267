"""Which words stand where in the texts of some rows, so that a search looks them up and reads no text.

A word is a run of letters and digits, without case and accents, all as DuckDB's functions see them: what is found is what a
look at every text would find. The words of all rows stand one after the other as numbers (`stream`), and for each word there
are its places in that (`places`). A phrase is where its words follow each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import csr_matrix

Array = np.ndarray[Any, np.dtype[Any]]

FOLDED = "strip_accents(lower(nfc_normalize({})))"
"""SQL: a text as it is searched."""
LETTER = "[\\p{L}\\p{N}]"
"""What words consist of, for DuckDB's regular expressions."""
MANY = 12
"""Words of the stream to one that is searched for, below which all of the stream is looked at."""
BATCH = 8_000_000
"""Bytes of texts that are taken apart at once."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the rows of a table."""

    known: pa.Array
    """Each word that stands anywhere."""
    stream: Array
    bounds: Array
    """Where in the stream a row begins; one more at the end."""
    first: Array
    """Where in the stream the words of its first column end, of several columns."""
    places: Array
    starts: Array
    """Where in `places` those of a word begin; one more at the end."""

    def rows_with(self, parts: Sequence[str], first_column: bool = False) -> Array:
        """The rows that hold a word, as part of one, or several words as a phrase; in the first of their columns alone."""
        ends = self.first if first_column else self.bounds[1:]
        if len(parts) > 1:
            places = self.find_phrase(parts)
            rows = self.rows_of(places)
            return rows[places + len(parts) <= ends[rows]]
        codes = np.flatnonzero(pc.match_substring(self.known, parts[0]).to_numpy(zero_copy_only=False))
        if int((self.starts[codes + 1] - self.starts[codes]).sum()) * MANY > len(self.stream):
            return self._rows_with_many(codes, ends)
        found = [self.places[self.starts[code] : self.starts[code + 1]] for code in codes]
        places = np.concatenate(found) if found else np.zeros(0, np.int64)
        rows = self.rows_of(places)
        return rows[places < ends[rows]] if first_column else rows

    def _rows_with_many(self, codes: Array, ends: Array) -> Array:
        """The same by a look at the whole stream: of very many places, to find the row of each takes ten times as long."""
        wanted = np.zeros(len(self.known), dtype=bool)
        wanted[codes] = True
        before = np.concatenate(
            [[0], np.cumsum(wanted[self.stream], dtype=np.int32 if len(self.stream) < 2**31 else np.int64)]
        )
        return np.flatnonzero(before[ends] > before[self.bounds[:-1]])

    def find_phrase(self, words: Sequence[str]) -> Array:
        """Where in the stream some words stand one after the other, in one row."""
        codes = [pc.index(self.known, word).as_py() for word in words]
        if min(codes) < 0:
            return np.zeros(0, np.int64)
        rarest = min(range(len(codes)), key=lambda i: self.starts[codes[i] + 1] - self.starts[codes[i]])
        found = self.places[self.starts[codes[rarest]] : self.starts[codes[rarest] + 1]].astype(np.int64) - rarest
        found = found[(found >= 0) & (found + len(codes) <= len(self.stream))]
        for number, code in enumerate(codes):
            found = found[self.stream[found + number] == code]
        return np.asarray(found[self.rows_of(found) == self.rows_of(found + len(codes) - 1)])

    def rows_of(self, places: Array) -> Array:
        """The row of each place in the stream."""
        return np.asarray(np.searchsorted(self.bounds, places, side="right") - 1)


def write_words(connection: duckdb.DuckDBPyConnection, columns: Sequence[pa.ChunkedArray], folder: Path) -> None:
    """Write the words of the rows of some columns of text, those of a row's columns one after the other."""
    folder.mkdir()
    parts = [_take_apart(connection, column) for column in columns]
    known = pa.concat_arrays([words for words, _, _ in parts]).unique()
    streams = [_renumber(words, codes, known) for words, codes, _ in parts]
    lengths = np.stack([counts for _, _, counts in parts])
    stream = streams[0] if len(parts) == 1 else _in_turns(streams, lengths)
    bounds = np.concatenate([[0], np.cumsum(lengths.sum(axis=0))])
    places, starts = _turn_over(stream, len(known))
    for name, values in {
        "stream": stream,
        "bounds": bounds,
        "first": bounds[:-1] + lengths[0],
        "places": places,
        "starts": starts,
    }.items():
        np.save(folder / f"{name}.npy", values)
    table = pa.table({"word": known})
    with pa.OSFile(str(folder / "known.arrow"), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)


def open_words(folder: Path) -> Words:
    """The words as they were written, mapped into memory."""
    known = pa.ipc.open_file(pa.memory_map(str(folder / "known.arrow"))).read_all()["word"]
    names = ("stream", "bounds", "first", "places", "starts")
    arrays = [np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in names]
    return Words(known.chunk(0) if known.num_chunks else pa.array([], pa.string()), *arrays)


def _take_apart(connection: duckdb.DuckDBPyConnection, column: pa.ChunkedArray) -> tuple[pa.Array, Array, Array]:
    """The different words of a column, the number of each word in turn, and how many words each row has."""
    words: list[pa.Array] = []
    counts: list[Array] = []
    rows = max(1, int(BATCH * len(column) / max(column.nbytes, 1)))
    for first in range(0, len(column), rows):
        texts = pc.fill_null(column.slice(first, rows), "").cast(pa.large_string())
        tokens, n = _split(connection, pa.concat_arrays(texts.chunks))
        words.append(tokens.dictionary_encode())
        counts.append(n)
    if not words:
        return pa.array([], pa.string()), np.zeros(0, np.int32), np.zeros(0, np.int64)
    unified = pa.chunked_array(words).unify_dictionaries()
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in unified.chunks])
    folded = _fold(connection, unified.chunk(0).dictionary)
    known = folded.unique()
    return known, _renumber(folded, codes, known), np.concatenate(counts)


def _fold(connection: duckdb.DuckDBPyConnection, texts: pa.Array) -> pa.Array:
    some = connection.from_arrow(pa.table({"text": texts}))
    folded = some.project(f"{FOLDED.format('text')} AS text").to_arrow_table()["text"].cast(pa.string())
    return pa.concat_arrays(folded.chunks) if folded.num_chunks else pa.array([], pa.string())


def _split(connection: duckdb.DuckDBPyConnection, texts: pa.Array) -> tuple[pa.Array, Array]:
    """All words of some texts in turn, and how many each text has.

    By bytes, all at once: a regular expression took ten times as long. Words are folded once they are known, not where they
    stand, unless the texts have signs that folding joins or parts.
    """
    data, offsets = _bytes(texts)
    inside = _letters(connection, data)
    if inside is None:
        data, offsets = _bytes(_fold(connection, texts).cast(pa.large_string()))
        inside = _letters(connection, data, folded=True)
    assert inside is not None
    # A text's first letter begins a word, whatever the text before it ended in.
    heads = offsets[:-1][offsets[:-1] < len(data)]
    begins, ends = inside.copy(), inside.copy()
    begins[1:] &= ~inside[:-1]
    ends[:-1] &= ~inside[1:]
    begins[heads] = inside[heads]
    ends[heads[1:] - 1] = inside[heads[1:] - 1]
    at = np.flatnonzero(begins)
    lengths = np.flatnonzero(ends) + 1 - at
    limits = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
    tokens = pa.LargeStringArray.from_buffers(len(at), pa.py_buffer(limits), pa.py_buffer(data[inside]))
    return tokens.cast(pa.string()), np.diff(np.searchsorted(at, offsets))


def _bytes(texts: pa.Array) -> tuple[Array, Array]:
    """The bytes of some texts, and where in them each begins; one more at the end."""
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int64)[texts.offset : texts.offset + len(texts) + 1]
    return np.frombuffer(data or b"", np.uint8)[bounds[0] : bounds[-1]], bounds - bounds[0]


def _letters(connection: duckdb.DuckDBPyConnection, data: Array, folded: bool = False) -> Array | None:
    """Of each byte of UTF-8 whether it belongs to a letter or digit; None where words have to be looked for after folding."""
    inside = ASCII[data]
    leads = np.flatnonzero(data >= 0xC0)
    if not len(leads):
        return inside
    size = 2 + (data[leads] >= 0xE0) + (data[leads] >= 0xF0)
    points = data[leads].astype(np.int64) & (0x7F >> size)
    for number in (1, 2, 3):
        longer = size > number
        points[longer] = points[longer] << 6 | data[leads[longer] + number] & 0x3F
    different, which = np.unique(points, return_inverse=True)
    signs = list(map(chr, different.tolist()))
    letters = letters_among(connection, signs)
    if not folded and not np.array_equal(letters, _letters_when_folded(connection, signs)):
        return None
    for number in range(4):
        inside[leads[size > number] + number] = letters[which][size > number]
    return inside


ASCII = np.array([chr(i).isalnum() and i < 128 for i in range(256)])


def letters_among(connection: duckdb.DuckDBPyConnection, signs: Sequence[str]) -> Array:
    """Which of some characters are letters or digits, for DuckDB."""
    sql = f"SELECT regexp_full_match(sign, '{LETTER}') FROM (SELECT unnest(?::VARCHAR[]) AS sign)"
    return np.array([letter for (letter,) in connection.execute(sql, [list(signs)]).fetchall()], dtype=bool)


def _letters_when_folded(connection: duckdb.DuckDBPyConnection, signs: Sequence[str]) -> Array:
    """Which of some characters are letters or digits once they are folded; each must stay what it is to be among neither."""
    sql = f"""SELECT CASE WHEN regexp_full_match(folded, '{LETTER}+') THEN TRUE
                          WHEN regexp_matches(sign, '\\p{{M}}') OR regexp_matches(folded, '{LETTER}') OR folded = ''
                          THEN NULL ELSE FALSE END
              FROM (SELECT sign, {FOLDED.format("sign")} AS folded FROM (SELECT unnest(?::VARCHAR[]) AS sign))"""
    found = connection.execute(sql, [list(signs)]).fetchall()
    return np.array([2 if letter is None else letter for (letter,) in found])


def _renumber(words: pa.Array, codes: Array, known: pa.Array) -> Array:
    numbers = pc.index_in(words, value_set=known).to_numpy(zero_copy_only=False).astype(np.int32)
    return numbers[codes] if len(numbers) else np.zeros(0, np.int32)


def _in_turns(streams: Sequence[Array], lengths: Array) -> Array:
    """One stream of several: of each row the words of its first column, then those of the second, and so on."""
    sizes = lengths.T.ravel()
    begins = np.concatenate([[0], np.cumsum(sizes)])[:-1].reshape(lengths.T.shape)
    result = np.empty(int(sizes.sum()), np.int32)
    for number, stream in enumerate(streams):
        own = lengths[number]
        shift = begins[:, number] - np.concatenate([[0], np.cumsum(own)])[:-1]
        result[np.arange(len(stream)) + np.repeat(shift, own)] = stream
    return result


def _turn_over(stream: Array, n: int) -> tuple[Array, Array]:
    """The places of each word, in order, and where those of a word begin."""
    pointers = np.arange(len(stream) + 1, dtype=np.int32 if len(stream) < 2**31 else np.int64)
    by_word = csr_matrix((np.ones(len(stream), np.int8), stream, pointers), shape=(len(stream), n)).tocsc()
    return by_word.indices, by_word.indptr
