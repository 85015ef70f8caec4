"""``python -m pscb_lib``: the command where scripts are not on the path."""

from pscb_lib.commands.cli import main

if __name__ == "__main__":
    main(prog_name="pscb")
