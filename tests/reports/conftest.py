"""The papers are tested with the fetched fonts only, so that the same bytes come out everywhere."""

import pytest

import resources
from reports.paper.faces import Faces, FontMode, faces
from reports.paper.typesetter import Typesetter


@pytest.fixture(autouse=True)
def fetched_fonts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCCHECK_FONT_MODE", "reproducible")


@pytest.fixture(scope="session")
def some_faces() -> Faces:
    if resources.font("NotoSerifSC-Regular.ttf") is None:
        pytest.skip("the fonts are not fetched: python3 dev.py fonts")
    return faces(FontMode.REPRODUCIBLE)


@pytest.fixture
def typesetter(some_faces: Faces) -> Typesetter:
    return Typesetter(some_faces)
