"""Themed reviews: the question, the evidence, what children said, and which policy changed."""
