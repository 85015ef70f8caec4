"""Generators of the sample returns and invented national files; the package ships only the data."""
