"""What evaluation yields: outcomes, the algebra on them, terms and steps as data.

An outcome is never an exception: known, unknown, conflict or gap.
"""
