"""What a reader put right, kept apart from what was read and laid on top of it at every build.

    data/built/edits.jsonl      one line a decision, or the undoing of one; lines are only ever added

It lies beside the tables and not in them, as `added/` does: a build replaces tables, and never touches this file. A decision
hangs on words of a document (W3C Web Annotation: a quotation with what stands around it, a position as a hint), so
that it is found again in tables that are built anew, by a better finder, or from a corrected text; where it is not, it is an
orphan: told to the reader, and never dropped.

records.py     what a decision is
lines.py       how a line says one, and what is wrong with a line that says none
targets.py     in it what a decision is about; values.py: the new value of a field
log.py         the file: lines added by several processes, damaged lines passed over and named
standing.py    which decisions stand, after what was undone and redone; what can be undone next
anchors.py     the words that a decision hangs on, and finding them again
marked.py      where words stand that were marked on a page
documents.py   the document that a decision is about, also under another path or with a corrected text
apply.py       rows of one document as they are read -> as they are decided
additions.py   in them an event or a quote that was overlooked, of words that a reader marked
naming.py      in them somebody who is nobody, or somebody else
ties.py        accounts that tell one event, or two: which events come of it
typed.py       dates as people type them, EDTF too

Nothing here reads the clock, writes a table or knows a page; `loaders.build` lays decisions on what it reads, between
extraction and reconciliation, and `loaders.replay` makes anew only what a further decision touches.
"""
