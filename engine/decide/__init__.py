"""Need first: from outcomes and signals to the ladder of a Toets."""
