"""Equal cases equal: twins and properties that a municipality runs on its own rules."""
