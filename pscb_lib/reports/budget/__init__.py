"""The Board's budget (item 3), each month: will it be overspent, who has not paid, what is left?"""
