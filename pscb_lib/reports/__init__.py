"""One folder a report: its return, its measures and its page.

The folders are the registry. A report uses the wings below and never another report; what two
reports need lives in a lower wing. Start with the folder of the report you look for.
"""
