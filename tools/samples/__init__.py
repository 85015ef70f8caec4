"""The makers of the sample returns in ``pscb_lib/samples``, seeded: the same bytes each time."""
