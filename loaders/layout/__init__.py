"""A text laid out once: what stands where, who speaks there, and when it was sent. Every finder takes what it needs of it.

    words       layout.yaml of all languages
    furniture   front matter, link targets, categories, appeals: blank before anything is read
    sentences   paragraphs and sentences
    tokens      words and marks
    labels      who speaks at the head of a turn, as transcripts of every house write it
    turns       whose turn each paragraph of a transcript is
    messages    mails, forwarded or answered, with who sent them and when
    logs        entries of a live blog or log, each under its own time
    entries     the day that opens an entry of a diary goes with what it dates
    captions    what tells of a picture
    dated_heads dates at the head of a line, by their shape alone
    dated_lines what a date that was found belongs to: an entry, a post, an address
    kinds       what a block can be, by its sign or shape
    blocks      all this in the order of the text

>>> [block.kind for block in lay_out("# The dam\\n\\nIt broke.\\n\\nTags: dams").blocks]
['title', 'paragraph', 'furniture']
"""

from loaders.layout.blocks import Block, Layout, as_layout, lay_out

__all__ = ["Block", "Layout", "as_layout", "lay_out"]
