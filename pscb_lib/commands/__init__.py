"""Commands of ``pscb`` that have a module of their own."""
