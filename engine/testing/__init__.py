"""Properties and case files that a municipality runs on its own rules."""
