"""Effectiveness of training (item 6), each year: did practice change, and who did not come?"""
