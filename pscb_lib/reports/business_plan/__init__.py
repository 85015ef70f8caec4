"""The business plan: what is done of it, what it changed for children, and what is stuck."""
