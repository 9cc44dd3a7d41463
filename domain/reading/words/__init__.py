"""The words themselves, as plain tables: to teach Heed a word, add it to one of these files.

A table's phrases are parted by commas. In a phrase `a|b` is either word, `…` is up to five words
of the same clause, END is where the clause ends, and another word in capitals stands for those
of its name in `classes.py`. The phrase that reaches farther wins. All is written small, without
accents, and without contractions ("did not").
"""
