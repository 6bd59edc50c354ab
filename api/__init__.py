"""The web service and its pages; uses only the facade of the engine."""
