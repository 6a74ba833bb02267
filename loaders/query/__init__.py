"""A selection -> a bounded answer. Reads the store, writes nothing, knows no page.

selection    what the reader chose, and the SQL condition that it is; all others start from it
rows         the rows behind a selection, one row by its id, names
quoted       the quotes of a selection, in either order of time or by speaker, and of an event
choices      what each choice of a filter would leave
counts       who met whom, topics through time, words by speaker
chronology   the events of a selection as one reads them: by years and months, a page at a time
overview     how many events when, over the whole of a selection
marks        the timeline of a window: its profile, lanes and marks
density      how many events of a window there is no mark for, by lane and time
found        the events of a selection by the index, without a look at every row; found_rows and found_marks answer from it
parts        which rows of other tables belong to an event, a document or the words of a search
comparison   two documents' accounts laid side by side; alignment says which statements say the same
markdown_signs   what a reader sees in place of **, #, > and [..](..)
"""
