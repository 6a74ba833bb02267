"""The parts of `loaders.extract.quotes`: quotation marks, cues, whom they belong to, and what they govern."""
