"""The termbase of Zhengming: concepts of Chinese policy news and their English.

It knows nothing of documents or rules; the package ``checker`` builds on it.
"""
