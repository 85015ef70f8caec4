"""Tables for papers, made from shown figures only: one module for each report."""
