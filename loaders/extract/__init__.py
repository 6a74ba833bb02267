"""Finders: text to records, each with its place in the text. They never import each other."""
