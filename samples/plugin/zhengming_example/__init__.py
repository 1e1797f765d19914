"""An example of what others can add to Zhengming."""

from pathlib import Path

# Use it with "glossary: ['@example']" in .zhengming.yaml, or with --glossary @example.
GLOSSARY = Path(__file__).parent / "house.yaml"
