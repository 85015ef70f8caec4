"""Board membership and development: item 1 of Appendix 1, yearly, for the Independent Chair."""
