"""What changes from one book to another, shown on the terminal, on a page, or in Word.

What comes in is a comparison of two books; what goes out is a diff in one format, each change with the instruction that
causes it. It never compares by itself: that is for `rulebook.comparing`.
"""
