"""What several commands share: their options, what they read and write, what is said on the terminal.

What comes in is what was typed; what goes out are rulebooks, drafts and outcomes for a command, and what it prints. It
never overwrites a file unasked, and knows no command.
"""
