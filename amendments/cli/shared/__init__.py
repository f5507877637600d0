"""What several commands share: options, files in and out, what is said on the terminal.

What comes in is what was typed; what goes out are rulebooks, drafts and settings for a command, and what it prints. It
never overwrites a file unasked.
"""
