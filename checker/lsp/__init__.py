"""The language server: what the checker finds and the glossary knows, while a text is written."""
