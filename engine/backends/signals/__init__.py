"""The safety net: signals over small positive facts, matched by durable-rules.

`facts` says what may be matched, `compile` turns written signals into rules of the library, `net`
runs them. Only `net` imports the library, so that the vocabulary can be read without it.
"""
