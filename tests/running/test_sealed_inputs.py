"""No reader of a published set can find a return, or a figure in it, by trying."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import shutil
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from papers import ROOT, pscb
from projects import MASKED, make_project, write_notebook
from sent import COUNT, EPISODE, write_csv

from pscb_lib.reading.findings import InputError
from pscb_lib.running.inputs import sha256_of
from pscb_lib.running.publishing.key import BYTES, KEY, Seal, make_key, read_key, seal_of

OUT = Path("outputs", "2014-15-q3")
PUBLISHED = ("board", "public")
SETS = ("restricted", *PUBLISHED)
COUNTED = ("MS1", "PO1", "PO2")
LEDGER = ("sha256,sent_as,kind,periods,agencies,read,used,rejected,left_out,sender,received_on,"
          "supersedes\n{},police.csv,data_set,2014-15 Q3,Cambridgeshire Constabulary,3,3,0,0,"
          "Cambridgeshire Constabulary,2015-01-20,\n")
HASHES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "sha3_256")
FORMS = (lambda raw: raw.hex().encode(), base64.b64encode, base64.urlsafe_b64encode)
SHORTEST = 12  # letters of a digest that identify a file
SEALED = re.compile(r'"[0-9a-f]{64}"')
INTERVIEWED = {"rhi_offered": "yes", "rhi_accepted": "yes", "rhi_completed_at": "14/05/2014 12:00",
               "rhi_independent": "yes", "rhi_change": "Family support or mediation",
               "rhi_reason": "Did not wish to say"}
KNOWN_REASONS = ("To be with family", "To be with friends or a partner", "Trouble at school")
COUNTS = '''from pscb_lib.disclosure import figures
from pscb_lib.page.blocks import Figures
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.reports.quarterly_data_set.returned import RETURN
from pscb_lib.returns.opening import open_paper
context = open_context(period, as_of, returns_folder, audience, masked)
def measure(context, sent):
    rows = {one["indicator"]: one["numerator"] for one in sent.records}
    return figures.frame(figures.counts("kinds", rows))
paper = open_paper(context, measure, RETURN)
shown = paper.shown
Figures(paper)'''
TABLE = 'tabulate_counts(shown, "kinds", "Counts of the quarter", "Count")'
PRINTED = "about.tabulate_sources(context, *paper.returns)"


def send(project, numbers):
    """Write the return of three counts of the quarter, and let the police send it."""
    rows = [COUNT | {"indicator": name, "numerator": str(number)}
            for name, number in zip(COUNTED, numbers, strict=True)]
    return write_csv(project / "police.csv", *rows)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project that has made its own key, and three sets in which 3 and 9 are hidden."""
    root = countable(tmp_path_factory.mktemp("sealed") / "a project")
    (root / KEY).unlink()
    publish(root, 3, 14, 9)
    return root


def countable(root):
    """Make a project whose report prints the counts of an agency's return."""
    make_project(root, "small")
    path = root / "notebooks" / "small.ipynb"
    write_notebook(path, COUNTS, TABLE, PRINTED, parameters=MASKED, returns=("data_set",))
    return root


def publish(project, *numbers):
    """Accept the return and make all three sets."""
    accepted = pscb("accept", send(project, numbers), "--from", "Police", "--on", "2015-01-20",
                    "--returns", project / "returns", "--project", project)
    assert accepted.returncode == 0, accepted.stderr
    done = pscb("run", "--project", project, "--audience", "restricted,board,public")
    assert done.returncode == 0, done.stderr


def digests_in(folder):
    """Return the beginning of what may be a digest in the files of a set, and in their parts."""
    texts = [part for path in folder.rglob("*") if path.is_file() for part in parts_of(path)]
    found = {one[:SHORTEST].lower() for text in texts
             for one in re.findall(rb"[0-9A-Fa-f]{%d,}" % SHORTEST, text)}
    return found | {one[:SHORTEST] for text in texts
                    for one in re.findall(rb"[0-9A-Za-z+/_-]{%d,}" % SHORTEST, text)}


def parts_of(path):
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if path.suffix == ".pdf":
        with pikepdf.open(path) as paper:
            yield from (one.read_bytes() for one in paper.objects
                        if isinstance(one, pikepdf.Stream)
                        and one.get("/Filter") in (None, "/FlateDecode"))


def digests_of(project, numbers):
    """Return the beginning of every digest that a file of these *numbers* may have left."""
    content = send(project, numbers).read_bytes()
    sha = hashlib.sha256(content).hexdigest()
    listed = LEDGER.format(sha).encode()
    together = sha256_of({"returns/accepted/ledger.csv": hashlib.sha256(listed).hexdigest()})
    raw = [hashlib.new(name, content).digest() for name in HASHES] + [bytes.fromhex(together)]
    return {form(one)[:SHORTEST] for one in raw for form in FORMS}


def found_by_trying(project, audience):
    """Return the two unknown counts for each return that a digest in a published set is of."""
    seen = digests_in(project / OUT / audience / "small")
    return [(one, other) for one, other in itertools.product(range(13), repeat=2)
            if digests_of(project, (one, 14, other)) & seen]


def test_no_count_is_found_by_trying_returns_against_the_digests_of_a_published_set(project):
    shown = (project / OUT / "public/small/tables/kinds.csv").read_text(encoding="utf-8-sig")
    assert re.findall(r"[0-9]{1,2}$", shown, re.M) == ["14", "12", "26"]  # 3 and 9 together
    assert {audience: found_by_trying(project, audience) for audience in SETS} == {
        "restricted": [(3, 9)], "board": [], "public": []}


def published_by(board, audience, name):
    """Return the files of a published set, and the lines of its manifest."""
    files = {path.relative_to(board).as_posix(): path.read_bytes()
             for path in (board / OUT / audience / name).rglob("*") if path.is_file()}
    return files, files.pop(f"{OUT.as_posix()}/{audience}/{name}/manifest.json").decode()


def differing(boards, name):
    """Return what differs in the published sets of two boards, sealed digests left out."""
    for audience in PUBLISHED:
        (one, lines), (other, others) = (published_by(board, audience, name) for board in boards)
        yield from (path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
        yield from {*SEALED.sub("", lines).splitlines()} ^ {*SEALED.sub("", others).splitlines()}
        assert lines != others


@pytest.mark.slow
def test_two_boards_that_differ_in_hidden_counts_alone_publish_the_same_bytes(tmp_path):
    """But for sealed digests, which only the holder of the key can relate to a count."""
    boards = [countable(tmp_path / name) for name in ("one", "other")]
    for board, hidden in zip(boards, ((3, 9), (2, 10)), strict=True):
        publish(board, hidden[0], 14, hidden[1])
    assert [*differing(boards, "small")] == []


@pytest.mark.slow
def test_so_does_a_report_of_children(tmp_path):
    """Of 14 children in conflict, or unhappy where they live, four or three were unhappy."""
    boards = [with_episodes(tmp_path / name, unhappy) for name, unhappy in (("one", 4), ("two", 3))]
    assert [*differing(boards, "missing_children")] == []
    tables = (boards[0] / OUT / "board/missing_children/tables").glob("*.csv")
    shown = "".join(table.read_text("utf-8-sig") for table in tables)
    assert '"Conflict, or unhappy where they live",14' in shown
    assert "Unhappy with the placement" not in shown


def with_episodes(root, unhappy):
    """Make a project with 47 children, whose interviews have given their reasons, and run it."""
    make_project(root)
    for file in ("notebooks/missing_children.ipynb", "params/2014-15-q3/missing_children.yaml"):
        shutil.copy(ROOT / file, root / file)
    yaml = root / "params/2014-15-q3/missing_children.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("pscb_lib/samples", "returns"), "utf-8")
    reasons = [*KNOWN_REASONS] * 11 + ["Unhappy with the placement"] * unhappy
    reasons += ["Conflict at home or in placement"] * (14 - unhappy)
    write_csv(root / "returns/missing_episodes/2014-15-h1.csv", *(
        EPISODE | INTERVIEWED | {"episode_id": f"E{place}", "child_id": f"{place:05}",
                                 "rhi_reason": reason} for place, reason in enumerate(reasons, 1)))
    done = pscb("run", "--project", root, "--audience", "restricted,board,public")
    assert done.returncode == 0, done.stderr
    return root


def test_the_same_inputs_have_other_digests_under_another_key_and_in_another_set(project):
    sha = "0" * 64
    seals = [Seal(key, about) for key in (b"one", b"other") for about in ("board", "public")]
    assert len({seal.of("return", sha) for seal in seals} | {seals[0].of("returns", sha)}) == 5
    assert seals[0].of("return", sha) == Seal(b"one", "board").of("return", sha)


def test_a_sealed_digest_is_the_hmac_of_the_standard(tmp_path):
    """RFC 2104, worked out by its definition."""
    def sha(data):
        return hashlib.sha256(data).digest()

    key = bytes(range(BYTES)).ljust(64, b"\0")
    inner, outer = (bytes(one ^ pad for one in key) for pad in (0x36, 0x5C))
    message = json.dumps(["about", "return", "ab"]).encode()
    expected = sha(outer + sha(inner + message)).hex()
    assert Seal(bytes(range(BYTES)), "about").of("return", "ab") == expected


def test_the_key_is_made_once_for_its_user_alone_and_is_no_part_of_a_set(project):
    made = read_key(project)
    assert made and len(made) == BYTES
    assert (project / KEY).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in project.glob(f"{KEY}*")] == [KEY]
    listed = json.loads((project / OUT / "restricted/small/manifest.json").read_text("utf-8"))
    assert KEY not in json.dumps(listed)
    assert made.hex().encode() not in b"".join(
        path.read_bytes() for path in (project / "outputs").rglob("*") if path.is_file())


def test_processes_that_start_at_once_make_one_key(tmp_path):
    with ProcessPoolExecutor(4) as pool:
        keys = {*pool.map(make_key, [tmp_path] * 16)}
    assert keys == {read_key(tmp_path)}
    assert [path.name for path in tmp_path.iterdir()] == [KEY]


def test_a_disk_without_links_has_a_key_too(tmp_path, monkeypatch):
    def refuse(*paths):
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    assert make_key(tmp_path) == make_key(tmp_path) == read_key(tmp_path)


@pytest.mark.parametrize(("content", "says"), [
    pytest.param("xyz", "cannot be read as a key (ValueError); check who may read it, or put it "
                 "back from a backup", id="no hexadecimal number"),
    pytest.param("", "has 0 bytes, not 32; put it back from a backup", id="nothing")])
def test_a_damaged_key_is_refused_and_not_replaced(tmp_path, content, says):
    (tmp_path / KEY).write_text(content, encoding="ascii")
    with pytest.raises(InputError) as refusal:
        seal_of(tmp_path, "small", "", {})
    assert str(refusal.value) == f".pscb-key: {says}"
    assert (tmp_path / KEY).read_text(encoding="ascii") == content
