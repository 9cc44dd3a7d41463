"""Sets of words that many phrases and rules need. The phrases stand in files of their own."""
