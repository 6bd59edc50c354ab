"""The version of the API: of its routes and forms, not of the engine or the rules."""

API_VERSION = "1.0.0"
