"""Seeded generators of the sample returns in ``pscb_lib/samples``: the same bytes each time."""
