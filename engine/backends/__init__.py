"""Readers of the program; none of them knows another."""
