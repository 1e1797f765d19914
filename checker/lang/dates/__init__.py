"""Dates and times in Chinese and English, and which of them are the same."""
