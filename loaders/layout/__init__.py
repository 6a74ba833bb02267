"""A text laid out once: what stands where, who speaks there, and when it was sent. Every finder takes what it needs of it.

    words       layout.yaml of all languages
    furniture   front matter, link targets, categories, appeals: blank before anything is read
    sentences   paragraphs and sentences
    labels      who speaks at the head of a turn, as transcripts of every house write it
    turns       whose turn each paragraph of a transcript is
    messages    mails, forwarded or answered, with who sent them and when
    entries     the day that opens an entry of a diary goes with what it dates
    blocks      all this in the order of the text

>>> [block.kind for block in lay_out("# The dam\\n\\nIt broke.\\n\\nTags: dams").blocks]
['heading', 'paragraph', 'furniture']
"""

from loaders.layout.blocks import Block, Layout, lay_out

__all__ = ["Block", "Layout", "lay_out"]
