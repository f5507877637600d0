"""How fast redraft is, in ratios to well-known tools, measured together in one run: `python -m bench`."""
