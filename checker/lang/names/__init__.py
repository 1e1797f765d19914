"""Names of people and places: their readings in pinyin, and how English spells them."""
