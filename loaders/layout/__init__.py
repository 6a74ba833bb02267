"""How a text is cut before anything is looked for in it: sentences."""
