"""Read the national files that every council has into checked rows."""
