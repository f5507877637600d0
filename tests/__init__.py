"""Tests: one module for each of ours, `trees` for random rulebooks."""
