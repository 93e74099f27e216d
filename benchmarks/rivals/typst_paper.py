"""The report set by typst, a compiler written in Rust, from its own markup and the content as JSON."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

import resources
from benchmarks.rivals.story import Block, Photo

_SCRIPT = """
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 12.95pt, first-line-indent: (amount: 2em, all: true))
#show heading: set text(font: "Noto Sans SC", size: 16pt)
#set table(stroke: 0.5pt, inset: 1.4mm)
#outline(title: none)
#for block in json("story.json") {
  if block.kind == "Heading" { heading(block.text) }
  else if block.kind == "Text" and block.is_title { align(center, text(size: 22pt, block.text)) }
  else if block.kind == "Text" { par(block.text) }
  else if block.kind == "Photo" {
    align(center, image(block.file, width: 75mm))
    align(center, text(size: 10.5pt, font: "Noto Sans SC", block.caption))
  } else {
    set text(size: 10.5pt)
    set par(leading: 4.5pt, first-line-indent: 0pt, justify: false)
    let head = if block.heads.len() > 0 { (table.header(..block.heads),) } else { () }
    table(columns: block.widths.map(width => width * 1mm), ..head, ..block.rows.flatten())
  }
}
"""
_FONTS = typst.Fonts(
    include_system_fonts=False,
    include_embedded_fonts=False,
    font_paths=[str(resources.resource("fonts"))],
)


def warm() -> None:
    """Open the fonts."""
    typst.compile(b'#set text(font: "Noto Serif SC")\n\xe4\xb8\x80', font_paths=_FONTS)


def make(story: list[Block]) -> bytes:
    """Write the content beside the script and compile; tagged, as typst does unless told otherwise."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "story.json").write_text(json.dumps([_written(block, n, folder) for n, block in enumerate(story)]))
        (folder / "main.typ").write_text(_SCRIPT)
        content = typst.compile(folder / "main.typ", root=folder, font_paths=_FONTS)
    assert isinstance(content, bytes)
    return content


def _written(block: Block, number: int, folder: Path) -> dict[str, object]:
    kind = {"kind": type(block).__name__}
    if isinstance(block, Photo):
        (folder / f"{number}.jpg").write_bytes(block.content)
        return {**kind, "file": f"{number}.jpg", "caption": block.caption}
    return {**kind, **asdict(block)}
