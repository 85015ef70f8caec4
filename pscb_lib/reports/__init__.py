"""One folder for each report: its return, its measures and its page.

A report is registered by its folder. It imports the lower wings and never another report; what two
reports need belongs in a lower wing. Start with the folder of the report you want to change.
"""
