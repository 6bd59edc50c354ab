"""Regelruimte: rules, exceptions and the room in them, for the Dutch social domain."""
