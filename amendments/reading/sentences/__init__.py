"""A text taken apart into sentences, and their words into tokens.

What comes in is a text as somebody wrote it; what goes out are its sentences in order, each as tokens of the grammar,
with the list that it stands under, and what of the text is no instruction. It never says what a sentence means.
"""
