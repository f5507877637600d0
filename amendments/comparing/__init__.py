"""What changes from one book to another, shown on the terminal, on a page, or in Word.

What comes in is a comparison of two books, and the outcome that it comes from where there is one; what goes out is a
diff in one format, each change with the instruction that causes it. It never decides which provision became which: that
is for `rulebook.comparing`.
"""
