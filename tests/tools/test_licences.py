"""The table of licences has every locked package, and says what each package says of itself."""

from __future__ import annotations

from importlib.metadata import version

from papers import ROOT

from tools.licences import LINE, PAGE, UNKNOWN, licence_of, locked

TABLE = dict(LINE.findall(PAGE.read_text(encoding="utf-8")))
FREE = ("MIT", "BSD", "Apache", "ISC", "Python", "PSF", "MPL", "Mozilla", "Zlib", "ZPL", "CNRI",
        "HPND", "Unlicense", "OFL", "0BSD", "Public Domain", "Historical")


def test_the_table_has_every_locked_package():
    assert [*TABLE] == ["package", *locked()] or [*TABLE] == locked()


def test_each_installed_package_says_the_same():
    lock = (ROOT / "lock.txt").read_text(encoding="utf-8")
    wrong = {name: said for name in locked()
             if (said := licence_of(name)) and f"\n{name}=={version(name)} " in lock
             and said != TABLE[name]}
    assert wrong == {}


def test_every_licence_is_known_and_lets_the_suite_be_used_and_passed_on():
    odd = {name: said for name, said in TABLE.items() if name != "package"
           and not any(word in said for word in FREE)}
    assert odd == {}
    assert UNKNOWN not in TABLE.values()
