"""Which clause lights up at which fact, and where it stays dark: rows written from the law."""
