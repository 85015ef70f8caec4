"""Every kind of return is found by its module, and its example is valid in every format."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from bad_returns import PERIODS, as_book, as_csv, context_of
from papers import ROOT

from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Rule
from pscb_lib.returns.kinds import find_returns

KINDS = find_returns()
WITH_RULES = ("returns/registers", "reports")


def context_for(kind):
    return context_of(kind if kind in PERIODS else "data_set")


def lines_for(kind):
    names = [field.name for field in kind.fields(context_for(kind.name))]
    return [names, [kind.example.get(name, "") for name in names]]


def test_every_module_that_has_a_return_is_found_by_its_name():
    written = [name for path in (ROOT / "pscb_lib").rglob("*.py")
               for name in re.findall(r'^RETURN = Return\(\s+"(\w+)"',
                                      path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert sorted(written) == list(KINDS)
    assert all(kind.name == name for name, kind in KINDS.items())


@pytest.mark.parametrize("name", KINDS)
def test_an_example_fills_only_columns_of_its_return(name):
    kind = KINDS[name]
    assert set(kind.example) <= {field.name for field in kind.fields(context_for(name))}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", KINDS)
def test_an_example_is_valid(tmp_path, name, form):
    kind, path = KINDS[name], tmp_path / f"sent.{form}"
    if form == "csv":
        path.write_text(as_csv(lines_for(kind)), encoding="utf-8", newline="\n")
    else:
        as_book(lines_for(kind)).save(path)
    checked = kind.read(path, context_for(name))
    assert checked.rows["rejected"] == 0
    assert [str(finding) for finding in checked.findings
            if finding.reaction is Reaction.REJECTED] == []


RULES = [pytest.param(kind, rule, id=f"{name}: {rule.says[:50]}") for name, kind in KINDS.items()
         for rule in kind.rules(context_for(name)) if rule.example]


@pytest.mark.parametrize(("kind", "rule"), RULES)
def test_a_rule_is_broken_by_its_own_example(tmp_path, kind, rule):
    names, sound = lines_for(kind)
    broken = {**dict(zip(names, sound, strict=True)), **rule.example}
    path = tmp_path / "sent.csv"
    path.write_text(as_csv([names, [broken[name] for name in names]]), encoding="utf-8")
    checked = kind.read(path, context_for(kind.name))
    found = [(finding.rule, finding.column, finding.reaction) for finding in checked.findings]
    assert (rule.says, " and ".join(rule.fields), rule.reaction) in found
    assert checked.rows["rejected"] == (rule.reaction is Reaction.REJECTED)


@pytest.mark.parametrize("name", KINDS)
def test_every_rule_has_its_guidance_and_nearly_all_an_example(name):
    rules = KINDS[name].rules(context_for(name))
    assert all(rule.guidance for rule in rules)
    assert sum(not rule.example for rule in rules) <= 1


def modules_with_rules():
    """The modules of every return's own package, by name."""
    package = ROOT / "pscb_lib"
    for path in (path for folder in WITH_RULES for path in (package / folder).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield import_module(name.removesuffix(".__init__"))


def test_a_rule_of_a_module_is_among_the_rules_of_a_return():
    """A rule written below ``find_rules(globals())`` would be silently unused."""
    used = {(rule.fields, rule.says) for name, kind in KINDS.items()
            for rule in kind.rules(context_for(name))}
    unused = [f"{module.__name__}: {name}" for module in modules_with_rules()
              for name, rule in vars(module).items()
              if isinstance(rule, Rule) and (rule.fields, rule.says) not in used]
    assert unused == [], "put each above find_rules(globals()), or add it to make_rules"
