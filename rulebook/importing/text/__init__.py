"""Text as paragraphs: pasted, printed to a file, or in any kind of Markdown."""
