"""Section 11 self-audits: who returned, where the partnership is weakest, and what changed."""
