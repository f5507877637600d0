"""Amendments as edits to the tree: reading them, applying them, checking them and setting them out."""
