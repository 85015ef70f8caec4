"""Attendance at meetings: item 2 of Appendix 1, yearly, a part of the Annual Report."""
