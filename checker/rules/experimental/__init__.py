"""Rules that no profile selects: their precision on held-out text is not shown yet."""
