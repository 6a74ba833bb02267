"""The parts of `loaders.extract.leaders`: names as written, offices as written, and who has been introduced so far."""
