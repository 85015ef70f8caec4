"""Yearly figures others published, to compare with: held, mapped, and followed when restated."""
