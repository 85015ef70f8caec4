"""Figures from national files: the census, SSDA903 and Annex A."""
