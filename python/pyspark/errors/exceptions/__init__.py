"""The exception classes, by where they come from."""
