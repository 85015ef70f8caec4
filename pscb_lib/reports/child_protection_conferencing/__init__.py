"""Child protection conferencing (item 14), each quarter: in time, well attended, and what came."""
