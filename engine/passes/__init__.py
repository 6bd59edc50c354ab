"""From the rule files to a Program: resolve, check_types, defeaters, order.

Each pass is a function that gives a new value and a list of diagnostics; nothing is changed in
place and nothing is evaluated.
"""
