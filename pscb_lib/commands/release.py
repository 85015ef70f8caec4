"""``pscb release``: sign a public set off, so that it may be published."""

from __future__ import annotations

import shutil

import click

from pscb_lib.board.settings import read_settings
from pscb_lib.board.wording import call_by, words_of
from pscb_lib.commands.options import day_of, outputs_of, project
from pscb_lib.commands.targets import Target


@click.command()
@click.argument("report")
@click.option("--by", required=True, metavar="POST",
              help="The officer who signs it off: a post, never a person's name.")
@click.option("--on", required=True, metavar="DATE", help="The day, such as 2015-03-10.")
@click.option("--cycle", help="The cycle of the set; by default the one in settings.yaml.")
@click.option("--out", type=Target(folder=True), help="The outputs' folder.")
@project
def release(report, by, on, cycle, out, project) -> None:
    """Sign off the public set of a REPORT, so that it may be published.

    Name it as in pscb list, with the key of its paper if it has one. Until then every page of the
    set says that it is a draft. The set must be as it was made, and is audited once more with all
    others. Then the mark is taken off and nothing else is changed, and the Board's ledger has who
    signed and which set. If the set is made again and differs, it is a draft again. Read the
    warnings: a row with all its children in one category may tell of everyone in it.

    \b
    Example:
      pscb release quarterly_data_set --by "Head of Information Governance" --on 2015-03-10
    """
    from pscb_lib.running.meeting_papers import Project
    from pscb_lib.running.overview import note_release
    from pscb_lib.running.portal import write_portals
    from pscb_lib.running.publishing.publish import private_folder
    from pscb_lib.running.publishing.replacing import replace_set
    from pscb_lib.running.release import (
        SignOff,
        check_release,
        record_release,
        refuse_leaks,
        write_without_mark,
    )
    from pscb_lib.writing.locks import locked

    params, sign_off = project / "params", SignOff(by, day_of("--on", on))
    settings = read_settings(params / "settings.yaml")
    call_by(words_of(settings, sign_off.on))
    outputs, cycle = outputs_of(project, out), cycle or settings.cycle
    folder = outputs / cycle / "public" / report
    with locked(outputs / cycle):
        check_release(folder, params, sign_off)
        work = private_folder(outputs, cycle)
        try:
            released = write_without_mark(folder, work / "set")
            for warning in refuse_leaks(folder, released, outputs, settings.profile):
                click.echo(f"WARNING  {warning}")
            line = record_release(folder, released, params, sign_off)
            replace_set(released, folder)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        note_release(outputs / cycle, report, settings.board, params)
        write_portals(Project(project, outputs, settings), cycle)
    click.echo(f"{line.on}  {cycle}/public/{report}: signed off by {line.by}, "
               f"set {(line.set_sha256 or '')[:12]}")
