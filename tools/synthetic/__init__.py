"""National files of invented children at any size, that obey the rules, faults on request."""
