"""How the package is built, in figures: ``python -m tools.structure [FOLDER]``.

It reads the source of any checkout and needs the standard library alone. Start with
:mod:`~tools.structure.__main__`.
"""
