"""Proofs about a program with the solver Z3: the same rules, with every fact left open.

Only what is on the stage is looked at (how many persons, how many records); what cannot be
written out exactly is left free and said so. Needs the extra `analyse`.
"""
