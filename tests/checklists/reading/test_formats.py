"""Which reader a file gets, and text files that are large, odd or no text at all."""

import os
from pathlib import Path

import pytest

from checklists.reading import read_here
from checklists.reading.errors import (
    DamagedDocumentError,
    DocumentError,
    DocumentMissingError,
    EmptyDocumentError,
    TooLargeDocumentError,
    UnknownFormatError,
)
from checklists.reading.exchange import packed, unpacked
from checklists.reading.problems import ProblemKind
from tests.checklists.reading.word_files import a_word_file, paragraph

TEXT = "某市工作方案\n一、加强领导。各校成立专班。\n"


def a_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.txt", b"", EmptyDocumentError),
        ("a.txt", b" \r\n\t ", EmptyDocumentError),
        ("a.txt", b"\xef\xbb\xbf \n", EmptyDocumentError),
        ("a.xlsx.bin", TEXT.encode(), UnknownFormatError),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(100), UnknownFormatError),
        ("a.rtf", b"{\\rtf1 x}", UnknownFormatError),
        ("a.txt", bytes(range(256)) * 40, DamagedDocumentError),
        ("a.txt", b"\x7fELF" + bytes(4_000), DamagedDocumentError),
        ("a.txt", "字\n".encode() * 20_001, TooLargeDocumentError),
        ("a.txt", "字".encode() * 5_000_001, TooLargeDocumentError),
        ("a.docx", TEXT.encode(), UnknownFormatError),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    name: str, content: bytes, refusal: type[DocumentError], tmp_path: Path
) -> None:
    with pytest.raises(refusal):
        read_here(a_file(tmp_path, name, content))


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(TooLargeDocumentError):
        read_here(path)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentMissingError):
        read_here(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(DocumentMissingError):
        read_here(tmp_path / "pipe.txt")


def test_content_tells_more_than_the_name(tmp_path: Path) -> None:
    word = a_word_file(tmp_path / "a.docx", *(paragraph(line) for line in TEXT.splitlines()))
    renamed = a_file(tmp_path, "b.txt", word.read_bytes())
    assert read_here(renamed).text == read_here(word).text


def test_one_line_of_many_characters_is_read_in_time(tmp_path: Path) -> None:
    path = a_file(tmp_path, "a.txt", ("某市工作方案\n一、" + "抓好落实，" * 60_000 + "。").encode())
    assert len(read_here(path).text.clauses) == 1


def test_a_few_damaged_bytes_are_left_out_and_told(tmp_path: Path) -> None:
    content = bytearray((TEXT + "二、加强督导。每年督导一次。\n" * 40).encode())
    place = content.index("专班".encode())
    content[place : place + 1] = b"\xff"
    text = read_here(a_file(tmp_path, "a.txt", bytes(content))).text
    assert ProblemKind.LEFT_CHARACTERS in {problem.kind for problem in text.problems}
    assert text.clauses[0].heading == "加强领导"


def test_invisible_characters_are_no_text(tmp_path: Path) -> None:
    path = a_file(tmp_path, "a.txt", "\ufeff某市\u200b工作方案\n一、加强\u00ad领导。\u3000各校成立专班。\x07".encode())
    text = read_here(path).text
    assert text.header.title == "某市工作方案"
    assert (text.clauses[0].heading, text.clauses[0].body) == ("加强领导", "各校成立专班。")


def test_a_document_comes_through_the_pipe_as_it_was(tmp_path: Path) -> None:
    document = read_here(a_file(tmp_path, "a.txt", f"{TEXT}（责任单位：市教育局）".encode()))
    assert unpacked(packed(document)) == document
