"""Multi-agency case audits: item 20 of Appendix 1, three a year."""
