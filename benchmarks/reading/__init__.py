"""How well Heed reads what people type, measured on lines that a person has labelled."""
