"""How fast Heed is with a large customer base; README.md says what came out."""
