"""Published yearly figures to compare with: the register, its mapping, updates, restatements."""
