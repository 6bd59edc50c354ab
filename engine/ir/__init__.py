"""The intermediate forms: surface expressions, typed nodes, and the compiled Program.

Everything above (passes, backends, decide) speaks in these terms; nothing here evaluates.
"""
