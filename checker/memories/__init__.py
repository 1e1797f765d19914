"""Formats in which aligned sentences are kept, one a file."""
