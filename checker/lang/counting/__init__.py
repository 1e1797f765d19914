"""What is counted: ordinals, lists of items, and slogans that tell their number."""
