"""Rules about the English as English."""
