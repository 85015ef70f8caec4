"""National files of invented children, of any size, valid by the rules, with faults on request."""
