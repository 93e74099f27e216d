"""Policy files: a sound one is read exactly, a bad one refused with its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from checklists.canonical import content_of
from checklists.errors import PolicyFault, PolicyFileError
from checklists.files import read_policy
from checklists.policy import Policy, RatioOf
from models.vocabulary import Addressee, CheckMethod, Comparator, SchoolType, UnitRole

SOUND = """
slug = "sample-town"
city = "样例市"
title = "样例市职业教育若干措施"
doc_number = ""
issuer = "样例市人民政府"
issued_on = 2024-05-06
state = "formal"
period = "2024-2026"
lead_rule = "marked"
revision = 1

[[section]]
ref = "二/（一）"
heading = "队伍"
kind = "task"

[[measure]]
ref = "二/（一）/3"
number = "3"
section = "二/（一）"
heading = "建强教师队伍"
kind = "task"
lead = ["市教育局", "市人社局"]
responsible = ["各县区政府"]

[[measure.item]]
key = "3-1"
text = "专业课教师中双师型教师的比例达到要求"
addressee = "school"
modality = "must"
types = ["secondary"]
named = []
method = ["read", "interview"]
how = "查教师名册和证书"
evidence = ["教师名册"]
anchors = ["双师型教师占比达到"]
deadline = "2025"
theme = "dual-qualified-teachers"

[[measure.item.indicator]]
key = "3-1-a"
name = "双师型教师占比"
comparator = "range"
value = 33.3
max = "50.05"
unit = "%"
level = "school"
scope = "each_school"
anchor = "33.3—50.05%"
part = "双师型教师"
whole = "专业课教师"
count_unit = "人"

[[measure]]
ref = "二/（一）/引"
section = "二/（一）"
heading = "引言"
kind = "task"

[[measure.item]]
key = "a1-1"
text = "另一项职责也要求学校逐条说明"
addressee = "school"
modality = "must"
method = ["read"]
how = "查文件"
evidence = ["文件"]
anchors = ["另一项职责的位置"]
theme = "coordination"

[[idle_numeral]]
ref = "二/（一）/3"
anchor = "“三教”改革"
why = "合称"
"""


def read(folder: Path, text: str) -> Policy:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def refusal(folder: Path, text: str) -> PolicyFileError:
    with pytest.raises(PolicyFileError) as refused:
        read(folder, text)
    assert refused.value.path == folder / "policy.toml"
    return refused.value


def test_a_sound_file_is_read_exactly(tmp_path: Path) -> None:
    policy = read(tmp_path, SOUND)
    assert (policy.issued_on, policy.period, policy.issuer) == (date(2024, 5, 6), "2024-2026", "样例市人民政府")
    measure, lead_in = policy.measures
    assert measure.units_as(UnitRole.LEAD) == ("市教育局", "市人社局")
    assert measure.units_as(UnitRole.PARTICIPANT) == ()
    assert (lead_in.number, [item.key for item in lead_in.items]) == ("", ["a1-1"])
    item = measure.items[0]
    assert (item.addressee, item.method) == (Addressee.SCHOOL, (CheckMethod.READ, CheckMethod.INTERVIEW))
    assert item.applies_to.types == (SchoolType.SECONDARY,)
    figure = measure.indicators[0]
    assert (figure.item, figure.comparator) == ("3-1", Comparator.RANGE)
    assert figure.ratio == RatioOf("双师型教师", "专业课教师", "人")


def test_figures_come_without_rounding_error(tmp_path: Path) -> None:
    figure = next(read(tmp_path, SOUND).indicators())
    assert (figure.value, figure.max) == (Decimal("33.3"), Decimal("50.05"))


def test_the_digest_follows_the_content_and_not_its_spelling(tmp_path: Path) -> None:
    digest = read(tmp_path, SOUND).digest
    assert read(tmp_path, f"# a remark\n{SOUND}").digest == digest
    assert read(tmp_path, SOUND.replace('max = "50.05"', "max = 50.050")).digest == digest
    assert read(tmp_path, SOUND.replace("33.3\n", "33.4\n")).digest != digest


def test_what_is_not_stated_is_empty_or_null_in_the_json(tmp_path: Path) -> None:
    content = content_of(
        read(tmp_path, SOUND.replace("issued_on = 2024-05-06\n", "").replace("max", "# max").replace("range", ">="))
    )
    assert (content["issued_on"], content["doc_number"]) == (None, "")
    measure = content["measures"][0]  # type: ignore[index]
    assert measure["units"]["participant"] == []
    assert (measure["indicators"][0]["max"], measure["indicators"][0]["deadline"]) == (None, "")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(SOUND, encoding="utf-8-sig")
    assert read_policy(path).slug == "sample-town"


@pytest.mark.parametrize(
    ("before", "after", "fault", "place"),
    [
        ('city = "样例市"', "", PolicyFault.MISSING_KEY, "city"),
        ('city = "样例市"', 'city = "  "', PolicyFault.EMPTY, "city"),
        ('city = "样例市"', "city = 5", PolicyFault.WRONG_TYPE, "city"),
        ("revision = 1", "revision = 0", PolicyFault.WRONG_TYPE, "revision"),
        ("revision = 1", "revision = true", PolicyFault.WRONG_TYPE, "revision"),
        ("revision = 1", "revision = 1\ncolour = 1", PolicyFault.UNKNOWN_KEY, "colour"),
        ("sample-town", "Sample Town", PolicyFault.WRONG_FORM, "slug"),
        ("2024-2026", "2024 to 2026", PolicyFault.WRONG_FORM, "period"),
        ("2024-05-06", '"6 May"', PolicyFault.WRONG_FORM, "issued_on"),
        ("2024-05-06", "2024-05-06T01:00:00", PolicyFault.WRONG_TYPE, "issued_on"),
        ('"marked"', '"boldest"', PolicyFault.UNKNOWN_WORD, "lead_rule"),
        ('"marked"', '"no_units"', PolicyFault.WRONG_ROLE, "measure 二/（一）/3 lead"),
        ('"marked"', '"first_listed"', PolicyFault.WRONG_ROLE, "measure 二/（一）/3 responsible"),
        ('section = "二/（一）"', 'section = "九"', PolicyFault.NO_SUCH_SECTION, "measure 二/（一）/3 section"),
        ('ref = "二/（一）/3"\nnum', 'ref = "二/3"\nnum', PolicyFault.WRONG_FORM, "measure 二/3 ref"),
        ('number = "3"', 'number = "三"', PolicyFault.WRONG_FORM, "measure 二/（一）/3 number"),
        ('number = "3"', 'number = "4"', PolicyFault.FOREIGN_KEY, "measure 二/（一）/3 item 3-1 key"),
        ('["市教育局", "市人社局"]', '["市教育局", "市教育局"]', PolicyFault.REPEATED, "measure 二/（一）/3 lead"),
        ('["市教育局", "市人社局"]', '"市教育局"', PolicyFault.WRONG_TYPE, "measure 二/（一）/3 lead"),
        ('key = "3-1"', 'key = "3.1"', PolicyFault.WRONG_FORM, "measure 二/（一）/3 item 3.1 key"),
        ('key = "3-1"', 'key = "4-1"', PolicyFault.FOREIGN_KEY, "measure 二/（一）/3 item 4-1 key"),
        ('key = "a1-1"', 'key = "1-1"', PolicyFault.FOREIGN_KEY, "measure 二/（一）/引 item 1-1 key"),
        ('key = "a1-1"', 'key = "3-1"', PolicyFault.REPEATED, "item 3-1"),
        ('key = "a1-1"', 'key = "3-2"', PolicyFault.REPEATED, "measure 3"),
        ('ref = "二/（一）/引"', 'ref = "二/（一）/3"', PolicyFault.REPEATED, "measure 二/（一）/3"),
        (
            '"school"\nmodality',
            '"headmaster"\nmodality',
            PolicyFault.UNKNOWN_WORD,
            "measure 二/（一）/3 item 3-1 addressee",
        ),
        ('["secondary"]', '["primary"]', PolicyFault.UNKNOWN_WORD, "measure 二/（一）/3 item 3-1 types"),
        ('["read"]', "[]", PolicyFault.EMPTY, "measure 二/（一）/引 item a1-1 method"),
        ('["文件"]', "[]", PolicyFault.WRONG_LENGTH, "measure 二/（一）/引 item a1-1 evidence"),
        (
            '["文件"]',
            '["一", "二", "三", "四", "五"]',
            PolicyFault.WRONG_LENGTH,
            "measure 二/（一）/引 item a1-1 evidence",
        ),
        ('["另一项职责的位置"]', "[]", PolicyFault.EMPTY, "measure 二/（一）/引 item a1-1 anchors"),
        ('["另一项职责的位置"]', '["另一项职责"]', PolicyFault.WRONG_LENGTH, "measure 二/（一）/引 item a1-1 anchors"),
        (
            "另一项职责的位置",
            "另一项职责的位置在这里而且太长了",
            PolicyFault.WRONG_LENGTH,
            "measure 二/（一）/引 item a1-1 anchors",
        ),
        ('deadline = "2025"', 'deadline = "2025年"', PolicyFault.WRONG_FORM, "measure 二/（一）/3 item 3-1 deadline"),
        (
            'deadline = "2025"',
            'deadline = "2025-02-30"',
            PolicyFault.WRONG_FORM,
            "measure 二/（一）/3 item 3-1 deadline",
        ),
        ('"coordination"', '"cookery"', PolicyFault.NO_SUCH_THEME, "measure 二/（一）/引 item a1-1 theme"),
        ('"3-1-a"', '"3-1-1"', PolicyFault.WRONG_FORM, "measure 二/（一）/3 item 3-1 indicator 3-1-1 key"),
        ('"3-1-a"', '"3-2-a"', PolicyFault.FOREIGN_KEY, "measure 二/（一）/3 item 3-1 indicator 3-2-a key"),
        (
            "value = 33.3",
            'value = "a third"',
            PolicyFault.WRONG_TYPE,
            "measure 二/（一）/3 item 3-1 indicator 3-1-a value",
        ),
        ("value = 33.3", "value = nan", PolicyFault.WRONG_TYPE, "measure 二/（一）/3 item 3-1 indicator 3-1-a value"),
        ("value = 33.3", "value = 60", PolicyFault.WRONG_RANGE, "measure 二/（一）/3 item 3-1 indicator 3-1-a max"),
        ("value = 33.3", "", PolicyFault.WRONG_RANGE, "measure 二/（一）/3 item 3-1 indicator 3-1-a max"),
        ('max = "50.05"', "", PolicyFault.WRONG_RANGE, "measure 二/（一）/3 item 3-1 indicator 3-1-a max"),
        ('"range"', '">="', PolicyFault.WRONG_RANGE, "measure 二/（一）/3 item 3-1 indicator 3-1-a max"),
        ('unit = "%"', "", PolicyFault.MISSING_KEY, "measure 二/（一）/3 item 3-1 indicator 3-1-a unit"),
        (
            '"33.3—50.05%"',
            '"33.3—50.05%，而且这个位置太长太长太长"',
            PolicyFault.WRONG_LENGTH,
            "measure 二/（一）/3 item 3-1 indicator 3-1-a anchor",
        ),
        ('whole = "专业课教师"', "", PolicyFault.INCOMPLETE_RATIO, "measure 二/（一）/3 item 3-1 indicator 3-1-a part"),
        (
            'ref = "二/（一）/3"\nanchor',
            'ref = "九"\nanchor',
            PolicyFault.NO_SUCH_SECTION,
            "idle_numeral “三教”改革 ref",
        ),
    ],
)
def test_a_fault_is_refused_with_its_place(
    tmp_path: Path, before: str, after: str, fault: PolicyFault, place: str
) -> None:
    assert before in SOUND
    refused = refusal(tmp_path, SOUND.replace(before, after, 1))
    assert refused.fault is fault
    assert refused.place == place


def test_a_measure_without_items_is_refused(tmp_path: Path) -> None:
    start, _, _ = SOUND.partition("[[measure.item]]")
    assert refusal(tmp_path, start).fault is PolicyFault.MISSING_KEY


def test_a_policy_without_measures_is_refused(tmp_path: Path) -> None:
    start, _, _ = SOUND.partition("[[measure]]")
    assert refusal(tmp_path, start).fault is PolicyFault.MISSING_KEY


def test_a_refusal_says_what_stands_there_and_what_belongs_there(tmp_path: Path) -> None:
    refused = refusal(tmp_path, SOUND.replace('"formal"', '"final"'))
    assert (refused.place, refused.found, refused.wanted) == ("state", "final", "formal · draft · work_plan")


@pytest.mark.parametrize(
    ("content", "fault", "place"),
    [
        (b"slug = ", PolicyFault.NOT_TOML, "end of document"),
        (b"slug = 1\nslug = 2\n", PolicyFault.NOT_TOML, "line 2, column 9"),
        ("city = '市'".encode("gb18030"), PolicyFault.NOT_UTF8, "byte 8"),
        (b"a = " + b"[" * 100_000, PolicyFault.NOT_TOML, ""),
    ],
)
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes, fault: PolicyFault, place: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(content)
    with pytest.raises(PolicyFileError) as refused:
        read_policy(path)
    assert (refused.value.fault, refused.value.place) == (fault, place)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyFileError) as refused:
        read_policy(tmp_path / "nowhere.toml")
    assert refused.value.fault is PolicyFault.UNREADABLE
