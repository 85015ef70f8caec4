"""What each format of a workbook holds besides texts: errors, hidden parts, merged cells.

Each reader gives the same :class:`~pscb_lib.reading.files.formats.seen.Seen`, so that one mess in
several formats has the same findings.
"""
