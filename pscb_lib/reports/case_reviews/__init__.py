"""Serious case reviews, other reviews of cases, and whether their actions are found in practice."""
