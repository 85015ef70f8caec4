"""Blocks in JupyterLab itself, in its light theme and in its dark one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import nbformat
import pytest
from papers import ROOT
from specimen import CHART

from pscb_lib.page.style import INK, PAPER

pytestmark = pytest.mark.slow
SECONDS = 120
THEMES = ("JupyterLab Light", "JupyterLab Dark")
EXPORTS = ("Pscb_docx", "Pscb_html", "Pscb_pdf")
CELLS = (
    "from pscb_lib.page import blocks; from pscb_lib.reading.findings import InputError",
    "blocks.Front('small', 'The Board', 'The group', '2014-15 Q3', 'Quarter 3', '2015-01-31',"
    " 'board', 'Board members only', [('Presented by', 'The chair'), ('Next paper', 'In June')])",
    "blocks.Table('areas', 'Areas', [blocks.Column('Area'), blocks.Column('Number', 'end')],"
    " [blocks.Group(None, [[blocks.strong('North'), blocks.cell('12', 'of 40')]])],"
    " blocks.Data(['area'], [['North']]))",
    f"blocks.Chart('bars', 'Episodes', {CHART['svg']!r}, 'Most on a Saturday', "
    "blocks.Data(['day'], [['Saturday']]))",
    "raise InputError('the folder is empty')",
    "after = 1",
)
COLOURS = """() => Object.fromEntries([["th", "color"], ["td .line", "color"], ["dt", "float"],
    [".caption, .pscb caption", "color"]].map(([one, name]) =>
    [one, getComputedStyle(document.querySelector(".pscb " + one))[name]]))"""


def _rgb(colour):
    return f"rgb({', '.join(str(int(colour[at:at + 2], 16)) for at in (1, 3, 5))})"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab, and the notebook that it serves."""
    pytest.importorskip("jupyterlab", reason="the lab extra is not installed")
    folder = tmp_path_factory.mktemp("lab")
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell, id=f"cell-{at}") for at, cell in enumerate(CELLS)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    nbformat.write(notebook, folder / "paper.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    places = {name: str(folder / name.lower()) for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--allow-root", "--no-browser", f"--port={port}",
         "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"],
        env={**os.environ, **places, "PYTHONPATH": str(ROOT)}, cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api")
        yield f"http://127.0.0.1:{port}/lab/tree/paper.ipynb", folder / "paper.ipynb"
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for(address):
    until = time.monotonic() + SECONDS
    while True:
        try:
            return urlopen(address, timeout=5).read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(1)


@pytest.fixture(scope="module")
def page(browser, lab):
    """The notebook after Run All."""
    page = browser.new_page(viewport={"width": 1400, "height": 4000})
    page.set_default_timeout(SECONDS * 1000)
    page.goto(lab[0])
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_selector('text="Python 3 (ipykernel) | Idle"')
    page.click('.lm-MenuBar-item:has-text("Run")')
    page.click('.lm-Menu-item[data-command="runmenu:run-all"]')
    page.wait_for_selector('[data-mime-type="application/vnd.jupyter.error"], .jp-mod-error, '
                           '.jp-RenderedText[data-mime-type*="stderr"]')
    yield page
    page.close()


@pytest.mark.parametrize("theme", THEMES)
def test_a_block_is_ink_on_white_paper_in_both_themes(page, theme):
    page.click('.lm-MenuBar-item:has-text("Settings")')
    page.hover('.lm-Menu-item:has-text("Theme")')
    page.click(f'.lm-Menu-item:has-text("{theme}") >> nth=0')
    page.wait_for_selector(f'body[data-jp-theme-name="{theme}"]', state="attached")
    grounds = page.evaluate("[...document.querySelectorAll('.pscb')]"
                            ".map(one => getComputedStyle(one).backgroundColor)")
    assert set(grounds) == {_rgb(PAPER)}
    found = page.evaluate(COLOURS)
    assert found.pop("dt") == "none"
    assert _rgb(INK) in found.values()
    assert _rgb(PAPER) not in found.values()


def test_the_facts_of_a_front_sheet_are_not_crushed(page):
    wide = page.evaluate("[...document.querySelectorAll('.pscb dd')].map(one => one.clientWidth)")
    assert min(wide) > 120


def test_no_label_of_a_chart_is_cut(page):
    assert page.evaluate("document.fonts.check('16px \"Source Sans Pro\"')")


def test_an_error_is_one_line_and_stops_the_run(page):
    assert page.locator(".jp-RenderedText").all_inner_texts() == ["InputError: the folder is empty"]
    assert page.locator(".jp-Cell").last.locator(".jp-InputPrompt").inner_text() == "[ ]:"


def test_the_menu_exports_each_form(page):
    page.click('.lm-MenuBar-item:has-text("File")')
    page.hover('.lm-Menu-item:has-text("Save and Export Notebook As")')
    for name in EXPORTS:
        page.wait_for_selector(f'.lm-Menu-item:has-text("{name}")')
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_the_saved_notebook_has_the_style_once(page, lab):
    page.keyboard.press("Control+s")
    page.wait_for_selector(".jp-mod-dirty", state="detached")
    _wait_until(lambda: lab[1].read_text(encoding="utf-8").count("<style>") == 1)
    saved = json.loads(lab[1].read_text(encoding="utf-8"))
    styled = [cell["id"] for cell in saved["cells"] if "<style>" in json.dumps(cell["outputs"])]
    assert styled == ["cell-1"]


def _wait_until(happened):
    until = time.monotonic() + SECONDS
    while not happened() and time.monotonic() < until:
        time.sleep(.5)
