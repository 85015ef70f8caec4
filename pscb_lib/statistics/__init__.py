"""Is it signal or noise: numbers in, numbers out. Nothing here knows an indicator or a page."""
