"""Sentences made from figures, which several papers use."""
