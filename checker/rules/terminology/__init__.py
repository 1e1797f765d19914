"""Rules about terms and names."""
