"""Single-agency audits: item 16 of Appendix 1, as agencies complete them."""
