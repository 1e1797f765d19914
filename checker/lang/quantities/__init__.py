"""Figures with their units in Chinese and English, and what agrees with what."""
