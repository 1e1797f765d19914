"""Rules about what the English says of its source."""
