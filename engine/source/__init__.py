"""From YAML text to the model; the only place that knows yaml and pydantic."""
