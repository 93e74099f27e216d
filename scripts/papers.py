"""Pages of the sample school's papers as pictures for docs/user/papers: those that show what each paper is."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402

from reports.orders import Kind, Order  # noqa: E402
from reports.printing import make_paper  # noqa: E402
from scripts.screenshots import NOW, fill_sample  # noqa: E402
from services.dossiers import Dossier, dossier_of  # noqa: E402
from services.workspace import Workspace  # noqa: E402

TARGET = ROOT / "docs" / "user" / "papers"
_DPI = 88
_GREYS = 16


@dataclass(frozen=True, slots=True)
class Shown:
    """A paper, and words by which its pages are found: the first page that has them, the last where `is_last`."""

    name: str
    kind: Kind
    said: str
    is_filled: bool = False
    is_last: bool = False


SHOWN = (
    Shown("report-cover", Kind.SELF_ASSESSMENT, "定稿后生成"),
    Shown("report-contents", Kind.SELF_ASSESSMENT, "附件1"),
    Shown("report-basics", Kind.SELF_ASSESSMENT, "职业教育政策落实情况自评报告"),
    Shown("report-conclusion", Kind.SELF_ASSESSMENT, "图2"),
    Shown("report-themes", Kind.SELF_ASSESSMENT, "各主题检查要点落实情况"),
    Shown("report-clauses", Kind.SELF_ASSESSMENT, "表3分条款自评"),
    Shown("report-figures", Kind.SELF_ASSESSMENT, "表4量化指标达标情况（续）"),
    Shown("report-problems", Kind.SELF_ASSESSMENT, "见整改台账序号1。"),
    Shown("report-ledger", Kind.SELF_ASSESSMENT, "填报单位"),
    Shown("report-evidence", Kind.SELF_ASSESSMENT, "存放位置"),
    Shown("report-photos", Kind.SELF_ASSESSMENT, "照片1"),
    Shown("report-signatures", Kind.SELF_ASSESSMENT, "学校公章"),
    Shown("one-page", Kind.ONE_PAGE, "自评一页纸"),
    Shown("form-blank", Kind.ON_SITE_FORM, "第1页"),
    Shown("form-filled", Kind.ON_SITE_FORM, "第2页", is_filled=True),
    Shown("form-last", Kind.ON_SITE_FORM, "综合意见"),
    Shown("ledger", Kind.LEDGER, "整改台账"),
    Shown("ledger-last", Kind.LEDGER, "销号日期", is_last=True),
    Shown("evidence", Kind.EVIDENCE, "佐证材料目录"),
    Shown("task-sheet", Kind.TASK_SHEETS, "任务单"),
    Shown("task-sheet-last", Kind.TASK_SHEETS, "科室负责人"),
    Shown("policy-cover", Kind.POLICY, "使用学校"),
    Shown("policy", Kind.POLICY, "（一）加强党对职业教育的全面领导1"),
    Shown("comparison", Kind.COMPARISON, "各地政策主题对照表"),
    Shown("comparison-figures", Kind.COMPARISON, "思政示范课堂"),
)


def main() -> None:
    """Fill a workspace with the sample school and picture its papers, in the fetched fonts."""
    os.environ["VOCCHECK_FONT_MODE"] = "reproducible"
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fill_sample(Path(folder) / "职评簿")
        with Workspace.reopen(Path(folder) / "职评簿", "李敏", NOW.date) as workspace:
            dossier = dossier_of(workspace, workspace.opening.assessments()[0].id)
            made: dict[tuple[Kind, bool], bytes] = {}
            for shown in SHOWN:
                picture(shown, _paper(made, shown, dossier))


def picture(shown: Shown, content: bytes) -> None:
    """Write the page that is shown as a picture of few greys."""
    with pypdfium2.PdfDocument(content) as document:
        texts = ("".join(page.get_textpage().get_text_bounded().split()) for page in document)
        found = [number for number, text in enumerate(texts) if shown.said in text]
        image = document[found[-1 if shown.is_last else 0]].render(scale=_DPI / 72).to_pil()
    is_grey = shown.name != "report-photos"
    small = image.convert("L").quantize(_GREYS) if is_grey else image.quantize(64)
    small.save(TARGET / f"{shown.name}.png", optimize=True)


def _paper(made: dict[tuple[Kind, bool], bytes], shown: Shown, dossier: Dossier) -> bytes:
    key = (shown.kind, shown.is_filled)
    if key not in made:
        made[key] = make_paper(Order(shown.kind, NOW, is_filled=shown.is_filled), dossier).content
    return made[key]


if __name__ == "__main__":
    main()
