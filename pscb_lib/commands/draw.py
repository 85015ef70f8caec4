"""``pscb draw``: draw the cases of a multi-agency audit at random, and write the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pscb_lib.commands.limited import Limited
from pscb_lib.commands.options import day_of, project, returns
from pscb_lib.reading.findings import InputError, nearest

if TYPE_CHECKING:
    from pscb_lib.framework.sampling import Draw, Reason


@click.command(cls=Limited)
@click.option("--audit", required=True, metavar="ID", help="The audit's id on the register.")
@click.option("--cases", required=True, type=click.IntRange(1), help="How many cases to draw.")
@click.option("--seed", required=True, help="Any words or number; the same draws the same cases.")
@click.option("--stratum", "strata", multiple=True, metavar="NAME=CASES",
              help="How many of a stratum; without any, each has its share of the list.")
@click.option("--replace", "replaced", multiple=True, metavar="CASE",
              help="Replace a case that was drawn by the next reserve of its stratum.")
@click.option("--because", "reasons", multiple=True, metavar="REASON",
              help="Why the case before it is replaced: family objects, criminal proceedings, "
                   "file not available or already in a review.")
@click.option("--method", required=True, help="How the cases are audited, as agreed.")
@click.option("--agreed-by", required=True, metavar="GROUP", help="Who agreed it.")
@click.option("--agreed-on", required=True, metavar="DATE", help="When; before the draw.")
@click.option("--on", required=True, metavar="DATE", help="The day of the draw.")
@click.option("--auditor", "auditors", multiple=True, required=True, metavar="ROLE",
              help="The role of an auditor, not a name.")
@click.option("--expert", "experts", multiple=True, metavar="ROLE",
              help="The role of an outside expert.")
@returns
@project
def draw(audit, cases, seed, strata, replaced, reasons, method, agreed_by, agreed_on, on, auditors,
         experts, returns, project) -> None:
    """Draw cases at random from the list of cases in the returns folder.

    Cases that one agency alone knows are left out and counted. The log goes to case_draws/ of the
    returns folder, which nothing leaves; with it anyone can draw the same cases again. To replace
    a case, give the same options again, with --replace and --because for every case replaced.

    \b
    Example:
      pscb draw --audit MA-02 --cases 8 --seed 2014 --stratum plan=4 --stratum CIN=4
          --method "Files of twelve months" --agreed-by "Q&E Group" --agreed-on 2014-05-14
          --on 2014-06-02 --auditor "Named Nurse" --auditor "Head of Service"
    """
    from pscb_lib.returns.draw_log import Method
    from pscb_lib.running.draws import draw_cases, write_log

    agreed, day = day_of("--agreed-on", agreed_on), day_of("--on", on)
    if agreed > day:
        raise InputError.at("--agreed-on", "is after the day of the draw",
                            "agree the method first, then draw", value=agreed_on)
    folder = project / returns.get("returns_folder", "returns")
    drawn, digest = draw_cases(project, folder, day, seed, cases, _spread(strata),
                               _replacements(replaced, reasons))
    about = Method(audit, agreed, agreed_by, method, "; ".join(auditors),
                   "; ".join(experts) or None)
    path = write_log(folder, about, drawn, day, digest)
    for line in _said(drawn):
        click.echo(line)
    click.echo(f"Wrote {path}: it names cases, and stays in the returns folder", err=True)


def _spread(strata: tuple[str, ...]) -> dict[str, int] | None:
    spread = {}
    for one in strata:
        name, _, number = one.partition("=")
        if not number.isdecimal():
            raise InputError.at("--stratum", "does not say how many cases", "write plan=4",
                                value=one)
        spread[name.strip()] = int(number)
    return spread or None


def _replacements(replaced: tuple[str, ...], reasons: tuple[str, ...]
                  ) -> list[tuple[str, Reason]]:
    from pscb_lib.framework.sampling import Reason

    if len(replaced) != len(reasons):
        raise InputError.at("--replace", "has a reason for each case", "add --because")
    known = {one.value: one for one in Reason}
    for reason in reasons:
        if reason not in known:
            raise InputError.at("--because", f"is not a reason{nearest(reason, known)}",
                                f"use one of {', '.join(known)}", value=reason)
    return [(ref, known[reason]) for ref, reason in zip(replaced, reasons, strict=True)]


def _said(drawn: Draw) -> list[str]:
    def refs(cases) -> str:
        return ", ".join(f"{one.case_ref} ({one.stratum})" for one in cases) or "none"

    return [f"Drawn from {sum(drawn.frame.values())} cases; left out, with one agency: "
            f"{drawn.one_agency}", f"Drawn: {refs(drawn.drawn)}",
            f"Reserves, in order: {refs(drawn.reserves)}",
            *(f"Replaced: {one.case.case_ref} by {one.by.case_ref}, {one.reason.value}"
              for one in drawn.replaced)]
