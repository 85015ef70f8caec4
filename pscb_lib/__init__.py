"""Reports for a Local Safeguarding Children Board, as its framework of May 2014 rules them."""

__version__ = "0.1.0"
