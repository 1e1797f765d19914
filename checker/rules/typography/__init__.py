"""Rules about characters and marks."""
