"""The Board's logo: what may be one, what is left of it, and what is said of one that may not."""

from __future__ import annotations

import base64
import io
import zlib

import pytest
from PIL import Image, PngImagePlugin

from pscb_lib.page.logo import MOST_BYTES, read_logo
from pscb_lib.reading.findings import InputError

SVG = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
       '<rect width="40" height="20" fill="#123456"/></svg>')


def png(**words):
    info, made = PngImagePlugin.PngInfo(), io.BytesIO()
    for name, said in words.items():
        info.add_text(name, said)
    Image.new("RGBA", (4, 2), (18, 52, 86, 255)).save(made, "PNG", pnginfo=info)
    return made.getvalue()


def refusal(path, content):
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InputError) as found:
        read_logo(path)
    return str(found.value)


def test_a_png_is_drawn_without_what_is_written_in_it(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(png(Author="A person's name"))
    kind, drawn = read_logo(path)
    kept = base64.b64decode(drawn)
    assert kind == "png" and b"A person's name" not in kept
    assert Image.open(io.BytesIO(kept)).getpixel((0, 0)) == (18, 52, 86, 255)


def test_an_svg_is_rebuilt(tmp_path):
    path = tmp_path / "logo.svg"
    path.write_text(f"<!-- made by somebody -->{SVG}", encoding="utf-8")
    kind, drawn = read_logo(path)
    assert kind == "svg" and "somebody" not in drawn and 'fill="#123456"' in drawn


ENDS = "; save it again as a plain svg or png, or take the setting out"


@pytest.mark.parametrize(("name", "content", "says"), [
    pytest.param("logo.svg", SVG.replace("<rect", "<script/><rect"),
                 "cannot be printed (<script> is not drawing)", id="a script"),
    pytest.param("logo.svg", SVG.replace('fill="#123456"', 'fill="url(http://x.org/a)"'),
                 "cannot be printed (<rect fill> is not drawing)", id="an address"),
    pytest.param("logo.svg", SVG.replace('fill="#123456"', 'data-x="a"'),
                 'has data-x="a", which no picture of a page has', id="an attribute of its own"),
    pytest.param("logo.svg", SVG.encode("utf-16"), "is not UTF-8", id="another encoding"),
    pytest.param("logo.png", b"GIF89a", "is not a png", id="another format"),
    pytest.param("logo.png", png()[:24] + b"\x10" + png()[25:],
                 "has 16 bits a colour, where a page has 8", id="finer colours than are printed"),
    pytest.param("logo.png", png()[:-20], "is cut off", id="half a picture"),
    pytest.param("logo.png", png()[:-12], "is cut off", id="a picture without its end"),
    pytest.param("logo.png", png()[:-12] + b"\0\0\0\0eVIL" + zlib.crc32(b"eVIL").to_bytes(4, "big"),
                 "has a part of the kind eVIL", id="a part that no picture needs"),
    pytest.param("logo.png", b"x" * (MOST_BYTES + 1), "is larger than 200,000 bytes",
                 id="too large"),
])
def test_what_may_be_no_logo(tmp_path, name, content, says):
    assert refusal(tmp_path / name, content) == (
        f"{name}, column logo: cannot be used as logo: it {says}{ENDS}")


def test_a_logo_that_is_not_there(tmp_path):
    with pytest.raises(InputError) as found:
        read_logo(tmp_path / "logo.svg")
    assert str(found.value) == (
        "logo.svg, column logo: cannot be read (No such file or directory); put the logo into "
        "params, or take the setting out")
