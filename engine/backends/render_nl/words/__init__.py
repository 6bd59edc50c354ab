"""Nice Dutch for shipped names: how a name of the rules reads inside a sentence.

A name without an entry still renders, from its question or its own letters; see `names`.
Entries are clauses with the verb at the end, so that they fit after `als`, `dat` and `die`:
`{s}` is whom it is about, `{o}` the other of a pair, `{v}` a value, `[yes|no]` the two readings.
"""
