"""What is known of the two languages; the only place that imports spaCy and jieba."""
