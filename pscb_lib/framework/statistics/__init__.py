"""Signal or noise, and how others do: numbers in, numbers out, nothing of indicators or pages."""
