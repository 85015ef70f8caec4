"""``python -m tools.synthetic``: national files of invented children."""

from tools.synthetic.command import main

if __name__ == "__main__":
    main()
