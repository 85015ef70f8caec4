"""Measure the structure of a checkout: ``python -m tools.structure [FOLDER]``.

It reads the source of any checkout and needs only the standard library. Start with
:mod:`~tools.structure.__main__`.
"""
