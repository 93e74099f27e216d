"""Statements as SQLite takes them, made from models/statements by scripts/compile_statements.py."""

from models import lines
from models.asking import Command, Query

POLICIES = Query(
    "SELECT policies.id, policies.slug, policies.revision, policies.digest, policies.city, "
    "policies.title, policies.doc_number, policies.issuer, policies.issued_on, policies.state, "
    "policies.period, policies.lead_rule, policies.measures, policies.items, policies.indicators FROM "
    "policies ORDER BY policies.id",
    lines.PolicyLine,
)
POLICY = Query(
    "SELECT policies.id, policies.slug, policies.revision, policies.digest, policies.city, "
    "policies.title, policies.doc_number, policies.issuer, policies.issued_on, policies.state, "
    "policies.period, policies.lead_rule, policies.measures, policies.items, policies.indicators FROM "
    "policies WHERE policies.id = :policy_id",
    lines.PolicyLine,
)
SECTIONS = Query(
    "SELECT policy_sections.ref, policy_sections.heading, policy_sections.kind FROM policy_sections WHERE"
    " policy_sections.policy_id = :policy_id ORDER BY policy_sections.position",
    lines.SectionLine,
)
MEASURES = Query(
    "SELECT policy_measures.ref, policy_measures.number, policy_measures.section, "
    "policy_measures.heading, policy_measures.kind FROM policy_measures WHERE policy_measures.policy_id ="
    " :policy_id ORDER BY policy_measures.position",
    lines.MeasureLine,
)
UNITS = Query(
    "SELECT policy_units.measure, policy_units.name, policy_units.role FROM policy_units WHERE "
    "policy_units.policy_id = :policy_id ORDER BY policy_units.position",
    lines.UnitLine,
)
ITEMS = Query(
    'SELECT policy_items."key", policy_items.measure, policy_items.text, policy_items.addressee, '
    "policy_items.modality, policy_items.types, policy_items.named, policy_items.method, "
    "policy_items.how, policy_items.evidence, policy_items.anchors, policy_items.deadline, "
    "policy_items.theme FROM policy_items WHERE policy_items.policy_id = :policy_id ORDER BY "
    "policy_items.position",
    lines.ItemLine,
)
INDICATORS = Query(
    'SELECT policy_indicators."key", policy_indicators.item, policy_indicators.measure, '
    "policy_indicators.name, policy_indicators.comparator, policy_indicators.value, "
    "policy_indicators.max, policy_indicators.unit, policy_indicators.deadline, "
    "policy_indicators.frequency, policy_indicators.level, policy_indicators.scope, "
    "policy_indicators.anchor, policy_indicators.note, policy_indicators.ratio_part, "
    "policy_indicators.ratio_whole, policy_indicators.ratio_unit FROM policy_indicators WHERE "
    "policy_indicators.policy_id = :policy_id ORDER BY policy_indicators.position",
    lines.IndicatorLine,
)
TERMS = Query(
    "SELECT policy_terms.term, policy_terms.meaning FROM policy_terms WHERE policy_terms.policy_id = "
    ":policy_id ORDER BY policy_terms.position",
    lines.TermLine,
)
NOISES = Query(
    "SELECT policy_notes.ref, policy_notes.anchor, policy_notes.says FROM policy_notes WHERE "
    "policy_notes.policy_id = :policy_id ORDER BY policy_notes.position",
    lines.NoiseLine,
)
IDLE_NUMERALS = Query(
    "SELECT policy_idle_numerals.ref, policy_idle_numerals.anchor, policy_idle_numerals.why FROM "
    "policy_idle_numerals WHERE policy_idle_numerals.policy_id = :policy_id ORDER BY "
    "policy_idle_numerals.position",
    lines.IdleNumeralLine,
)
ADD_POLICY = Command(
    "INSERT INTO policies (slug, revision, digest, city, title, doc_number, issuer, issued_on, state, "
    "period, lead_rule, measures, items, indicators, shelved_at) VALUES (:slug, :revision, :digest, "
    ":city, :title, :doc_number, :issuer, :issued_on, :state, :period, :lead_rule, :measures, :items, "
    ":indicators, :shelved_at)"
)
ADD_SECTION = Command(
    "INSERT INTO policy_sections (policy_id, position, ref, heading, kind) VALUES (:policy_id, :position,"
    " :ref, :heading, :kind)"
)
ADD_MEASURE = Command(
    "INSERT INTO policy_measures (policy_id, position, ref, number, section, heading, kind) VALUES "
    "(:policy_id, :position, :ref, :number, :section, :heading, :kind)"
)
ADD_UNIT = Command(
    "INSERT INTO policy_units (policy_id, position, measure, name, role) VALUES (:policy_id, :position, "
    ":measure, :name, :role)"
)
ADD_ITEM = Command(
    'INSERT INTO policy_items (policy_id, position, "key", measure, text, addressee, modality, types, '
    "named, method, how, evidence, anchors, deadline, theme) VALUES (:policy_id, :position, :key, "
    ":measure, :text, :addressee, :modality, :types, :named, :method, :how, :evidence, :anchors, "
    ":deadline, :theme)"
)
ADD_INDICATOR = Command(
    'INSERT INTO policy_indicators (policy_id, position, "key", item, measure, name, comparator, value, '
    "max, unit, deadline, frequency, level, scope, anchor, note, ratio_part, ratio_whole, ratio_unit) "
    "VALUES (:policy_id, :position, :key, :item, :measure, :name, :comparator, :value, :max, :unit, "
    ":deadline, :frequency, :level, :scope, :anchor, :note, :ratio_part, :ratio_whole, :ratio_unit)"
)
ADD_TERM = Command(
    "INSERT INTO policy_terms (policy_id, position, term, meaning) VALUES (:policy_id, :position, :term, :meaning)"
)
ADD_NOISE = Command(
    "INSERT INTO policy_notes (policy_id, position, ref, anchor, says) VALUES (:policy_id, :position, "
    ":ref, :anchor, :says)"
)
ADD_IDLE_NUMERAL = Command(
    "INSERT INTO policy_idle_numerals (policy_id, position, ref, anchor, why) VALUES (:policy_id, "
    ":position, :ref, :anchor, :why)"
)
TEXTS = Query(
    "SELECT texts.id, texts.slug, texts.name, texts.digest, texts.lines, texts.kept_at, texts.kept_by "
    "FROM texts WHERE texts.slug = :slug ORDER BY texts.id DESC LIMIT :limit OFFSET 0",
    lines.TextLine,
)
ADD_TEXT = Command(
    "INSERT INTO texts (slug, name, digest, lines, kept_at, kept_by) VALUES (:slug, :name, :digest, "
    ":lines, :kept_at, :kept_by)"
)
SCHOOLS = Query(
    "SELECT schools.id, schools.uuid, schools.name, schools.type, schools.ownership, schools.place FROM "
    "schools ORDER BY schools.id",
    lines.SchoolLine,
)
SCHOOL = Query(
    "SELECT schools.id, schools.uuid, schools.name, schools.type, schools.ownership, schools.place FROM "
    "schools WHERE schools.id = :school_id",
    lines.SchoolLine,
)
ADD_SCHOOL = Command(
    "INSERT INTO schools (uuid, name, type, ownership, place, registered_at) VALUES (:uuid, :name, :type,"
    " :ownership, :place, :registered_at)"
)
AMEND_SCHOOL = Command(
    "UPDATE schools SET name=:name, type=:type, ownership=:ownership, place=:place WHERE schools.id = :school_id"
)
FACTS = Query(
    "SELECT school_facts.name, school_facts.value, school_facts.unit, school_facts.as_of, "
    "school_facts.source FROM school_facts WHERE school_facts.school_id = :school_id AND "
    "school_facts.year = :year ORDER BY school_facts.position",
    lines.FactLine,
)
ALL_FACTS = Query(
    "SELECT school_facts.school_id, school_facts.year, school_facts.name, school_facts.value, "
    "school_facts.unit, school_facts.as_of, school_facts.source FROM school_facts ORDER BY "
    "school_facts.school_id, school_facts.year, school_facts.position",
    lines.FactsLine,
)
ADD_FACT = Command(
    "INSERT INTO school_facts (school_id, year, position, name, value, unit, as_of, source) VALUES "
    "(:school_id, :year, :position, :name, :value, :unit, :as_of, :source)"
)
CLEAR_FACTS = Command(
    "DELETE FROM school_facts WHERE school_facts.school_id = :school_id AND school_facts.year = :year"
)
DEPARTMENTS = Query(
    "SELECT departments.id, departments.uuid, departments.school_id, departments.name, departments.head, "
    "departments.contact, departments.position, departments.is_retired FROM departments ORDER BY "
    "departments.school_id, departments.position, departments.id",
    lines.DepartmentLine,
)
DEPARTMENTS_OF = Query(
    "SELECT departments.id, departments.uuid, departments.school_id, departments.name, departments.head, "
    "departments.contact, departments.position, departments.is_retired FROM departments WHERE "
    "departments.school_id = :school_id ORDER BY departments.school_id, departments.position, "
    "departments.id",
    lines.DepartmentLine,
)
DEPARTMENT = Query(
    "SELECT departments.id, departments.uuid, departments.school_id, departments.name, departments.head, "
    "departments.contact, departments.position, departments.is_retired FROM departments WHERE "
    "departments.id = :department_id",
    lines.DepartmentLine,
)
ADD_DEPARTMENT = Command(
    "INSERT INTO departments (uuid, school_id, name, head, contact, position, is_retired) VALUES (:uuid, "
    ":school_id, :name, :head, :contact, :position, :is_retired)"
)
AMEND_DEPARTMENT = Command(
    "UPDATE departments SET name=:name, head=:head, contact=:contact, position=:position, "
    "is_retired=:is_retired WHERE departments.id = :department_id"
)
RECENT = Query(
    "SELECT assessments.id, assessments.uuid, assessments.school_id, assessments.policy_id, "
    "assessments.slug, assessments.year, assessments.started_on, assessments.edited_at, "
    "assessments.head_seq, assessments.head_hash, assessments.met, assessments.partly_met, "
    "assessments.not_met, assessments.not_applicable, assessments.unanswered FROM assessments ORDER BY "
    "assessments.edited_no DESC, assessments.id DESC",
    lines.AssessmentLine,
)
ASSESSMENT = Query(
    "SELECT assessments.id, assessments.uuid, assessments.school_id, assessments.policy_id, "
    "assessments.slug, assessments.year, assessments.started_on, assessments.edited_at, "
    "assessments.head_seq, assessments.head_hash, assessments.met, assessments.partly_met, "
    "assessments.not_met, assessments.not_applicable, assessments.unanswered FROM assessments WHERE "
    "assessments.id = :assessment_id",
    lines.AssessmentLine,
)
ASSESSMENTS_OF_SCHOOL = Query(
    "SELECT assessments.id, assessments.uuid, assessments.school_id, assessments.policy_id, "
    "assessments.slug, assessments.year, assessments.started_on, assessments.edited_at, "
    "assessments.head_seq, assessments.head_hash, assessments.met, assessments.partly_met, "
    "assessments.not_met, assessments.not_applicable, assessments.unanswered FROM assessments WHERE "
    "assessments.school_id = :school_id",
    lines.AssessmentLine,
)
STARTED = Query(
    "SELECT assessments.id, assessments.uuid, assessments.school_id, assessments.policy_id, "
    "assessments.slug, assessments.year, assessments.started_on, assessments.edited_at, "
    "assessments.head_seq, assessments.head_hash, assessments.met, assessments.partly_met, "
    "assessments.not_met, assessments.not_applicable, assessments.unanswered FROM assessments WHERE "
    "assessments.school_id = :school_id AND assessments.slug = :slug AND assessments.year = :year",
    lines.AssessmentLine,
)
ADD_ASSESSMENT = Command(
    "INSERT INTO assessments (uuid, school_id, policy_id, slug, year, started_on, edited_at, edited_no, "
    "head_seq, head_hash, met, partly_met, not_met, not_applicable, unanswered) VALUES (:uuid, "
    ":school_id, :policy_id, :slug, :year, :started_on, :edited_at, :edited_no, :head_seq, :head_hash, "
    ":met, :partly_met, :not_met, :not_applicable, :unanswered)"
)
HEAD = Query(
    "SELECT assessments.uuid, assessments.head_seq, assessments.head_hash FROM assessments WHERE "
    "assessments.id = :assessment_id",
    lines.HeadLine,
)
MOVE_HEAD = Command(
    "UPDATE assessments SET edited_at=:edited_at, edited_no=:edited_no, head_seq=:head_seq, "
    "head_hash=:head_hash, met=(assessments.met + :met), partly_met=(assessments.partly_met + "
    ":partly_met), not_met=(assessments.not_met + :not_met), not_applicable=(assessments.not_applicable +"
    " :not_applicable), unanswered=(assessments.unanswered + :unanswered) WHERE assessments.id = "
    ":assessment_id"
)
RECOUNT = Command(
    "UPDATE assessments SET met=:met, partly_met=:partly_met, not_met=:not_met, "
    "not_applicable=:not_applicable, unanswered=:unanswered WHERE assessments.id = :assessment_id"
)
RENEW = Command("UPDATE assessments SET policy_id=:policy_id WHERE assessments.id = :assessment_id")
ANSWERS = Query(
    "SELECT answers.item, answers.status, answers.note, answers.missing, answers.due, answers.reason, "
    "answers.department, answers.person, answers.needs_review, answers.changed_at, answers.changed_by "
    "FROM answers WHERE answers.assessment_id = :assessment_id",
    lines.AnswerLine,
)
ANSWER = Query(
    "SELECT answers.item, answers.status, answers.note, answers.missing, answers.due, answers.reason, "
    "answers.department, answers.person, answers.needs_review, answers.changed_at, answers.changed_by "
    "FROM answers WHERE answers.assessment_id = :assessment_id AND answers.item = :item",
    lines.AnswerLine,
)
STATUSES = Query(
    "SELECT answers.item, answers.status FROM answers WHERE answers.assessment_id = :assessment_id",
    lines.StatusLine,
)
PUT_ANSWER = Command(
    "INSERT INTO answers (assessment_id, item, status, note, missing, due, reason, department, person, "
    "needs_review, changed_at, changed_by) VALUES (:assessment_id, :item, :status, :note, :missing, :due,"
    " :reason, :department, :person, :needs_review, :changed_at, :changed_by) ON CONFLICT (assessment_id,"
    " item) DO UPDATE SET status = excluded.status, note = excluded.note, missing = excluded.missing, due"
    " = excluded.due, reason = excluded.reason, department = excluded.department, person = "
    "excluded.person, needs_review = excluded.needs_review, changed_at = excluded.changed_at, changed_by "
    "= excluded.changed_by"
)
READINGS = Query(
    "SELECT readings.indicator, readings.item, readings.value, readings.part, readings.whole, "
    "readings.as_of, readings.source, readings.changed_at, readings.changed_by, readings.origin FROM "
    "readings WHERE readings.assessment_id = :assessment_id",
    lines.ReadingLine,
)
READINGS_OF_ITEM = Query(
    "SELECT readings.indicator, readings.item, readings.value, readings.part, readings.whole, "
    "readings.as_of, readings.source, readings.changed_at, readings.changed_by, readings.origin FROM "
    "readings WHERE readings.assessment_id = :assessment_id AND readings.item = :item",
    lines.ReadingLine,
)
READING = Query(
    "SELECT readings.indicator, readings.item, readings.value, readings.part, readings.whole, "
    "readings.as_of, readings.source, readings.changed_at, readings.changed_by, readings.origin FROM "
    "readings WHERE readings.assessment_id = :assessment_id AND readings.indicator = :indicator",
    lines.ReadingLine,
)
PUT_READING = Command(
    "INSERT INTO readings (assessment_id, indicator, item, value, part, whole, as_of, source, changed_at,"
    " changed_by, origin) VALUES (:assessment_id, :indicator, :item, :value, :part, :whole, :as_of, "
    ":source, :changed_at, :changed_by, :origin) ON CONFLICT (assessment_id, indicator) DO UPDATE SET "
    "item = excluded.item, value = excluded.value, part = excluded.part, whole = excluded.whole, as_of = "
    "excluded.as_of, source = excluded.source, changed_at = excluded.changed_at, changed_by = "
    "excluded.changed_by, origin = excluded.origin"
)
OVERRULINGS = Query(
    "SELECT overrulings.indicator, overrulings.item, overrulings.judgement, overrulings.reason, "
    "overrulings.changed_at, overrulings.changed_by FROM overrulings WHERE overrulings.assessment_id = "
    ":assessment_id",
    lines.OverrulingLine,
)
OVERRULINGS_OF_ITEM = Query(
    "SELECT overrulings.indicator, overrulings.item, overrulings.judgement, overrulings.reason, "
    "overrulings.changed_at, overrulings.changed_by FROM overrulings WHERE overrulings.assessment_id = "
    ":assessment_id AND overrulings.item = :item",
    lines.OverrulingLine,
)
OVERRULING = Query(
    "SELECT overrulings.indicator, overrulings.item, overrulings.judgement, overrulings.reason, "
    "overrulings.changed_at, overrulings.changed_by FROM overrulings WHERE overrulings.assessment_id = "
    ":assessment_id AND overrulings.indicator = :indicator",
    lines.OverrulingLine,
)
PUT_OVERRULING = Command(
    "INSERT INTO overrulings (assessment_id, indicator, item, judgement, reason, changed_at, changed_by) "
    "VALUES (:assessment_id, :indicator, :item, :judgement, :reason, :changed_at, :changed_by) ON "
    "CONFLICT (assessment_id, indicator) DO UPDATE SET item = excluded.item, judgement = "
    "excluded.judgement, reason = excluded.reason, changed_at = excluded.changed_at, changed_by = "
    "excluded.changed_by"
)
EVIDENCE = Query(
    "SELECT evidence.id, evidence.uuid, evidence.kind, coalesce(evidence_versions.name, evidence.name) AS"
    " name, coalesce(evidence_versions.media_type, evidence.media_type) AS media_type, "
    "coalesce(evidence_versions.sha256, evidence.sha256) AS sha256, coalesce(evidence_versions.size, "
    "evidence.size) AS size, evidence.whereabouts, coalesce(evidence_particulars.formed_on, "
    "evidence.formed_on) AS formed_on, evidence.added_at, evidence.added_by, "
    "evidence_links.assessment_id, evidence_links.item, evidence_links.sequence, evidence_links.attached,"
    " evidence_links.changed_at, evidence_links.changed_by, coalesce(evidence_particulars.number, '') AS "
    "number, evidence_particulars.valid_until, evidence_particulars.year, "
    "coalesce(evidence_particulars.department, '') AS department, coalesce(evidence_particulars.note, '')"
    " AS note, coalesce(evidence_versions.taken_at, evidence_particulars.taken_at, '') AS taken_at, "
    "coalesce(evidence_particulars.version, 0) AS version, evidence.name AS first_name, evidence.sha256 "
    "AS first_sha256 FROM evidence JOIN evidence_links ON evidence_links.evidence_id = evidence.id LEFT "
    "OUTER JOIN evidence_particulars ON evidence_particulars.evidence_id = evidence.id AND "
    "evidence_particulars.assessment_id = evidence_links.assessment_id LEFT OUTER JOIN evidence_versions "
    "ON evidence_versions.evidence_id = evidence_particulars.evidence_id AND "
    "evidence_versions.assessment_id = evidence_particulars.assessment_id AND evidence_versions.version ="
    " evidence_particulars.version WHERE evidence_links.assessment_id = :assessment_id ORDER BY "
    "evidence_links.item, evidence_links.sequence",
    lines.EvidenceLine,
)
EVIDENCE_OF_ITEM = Query(
    "SELECT evidence.id, evidence.uuid, evidence.kind, coalesce(evidence_versions.name, evidence.name) AS"
    " name, coalesce(evidence_versions.media_type, evidence.media_type) AS media_type, "
    "coalesce(evidence_versions.sha256, evidence.sha256) AS sha256, coalesce(evidence_versions.size, "
    "evidence.size) AS size, evidence.whereabouts, coalesce(evidence_particulars.formed_on, "
    "evidence.formed_on) AS formed_on, evidence.added_at, evidence.added_by, "
    "evidence_links.assessment_id, evidence_links.item, evidence_links.sequence, evidence_links.attached,"
    " evidence_links.changed_at, evidence_links.changed_by, coalesce(evidence_particulars.number, '') AS "
    "number, evidence_particulars.valid_until, evidence_particulars.year, "
    "coalesce(evidence_particulars.department, '') AS department, coalesce(evidence_particulars.note, '')"
    " AS note, coalesce(evidence_versions.taken_at, evidence_particulars.taken_at, '') AS taken_at, "
    "coalesce(evidence_particulars.version, 0) AS version, evidence.name AS first_name, evidence.sha256 "
    "AS first_sha256 FROM evidence JOIN evidence_links ON evidence_links.evidence_id = evidence.id LEFT "
    "OUTER JOIN evidence_particulars ON evidence_particulars.evidence_id = evidence.id AND "
    "evidence_particulars.assessment_id = evidence_links.assessment_id LEFT OUTER JOIN evidence_versions "
    "ON evidence_versions.evidence_id = evidence_particulars.evidence_id AND "
    "evidence_versions.assessment_id = evidence_particulars.assessment_id AND evidence_versions.version ="
    " evidence_particulars.version WHERE evidence_links.assessment_id = :assessment_id AND "
    "evidence_links.item = :item ORDER BY evidence_links.item, evidence_links.sequence",
    lines.EvidenceLine,
)
EVIDENCE_LINKS = Query(
    "SELECT evidence.id, evidence.uuid, evidence.kind, coalesce(evidence_versions.name, evidence.name) AS"
    " name, coalesce(evidence_versions.media_type, evidence.media_type) AS media_type, "
    "coalesce(evidence_versions.sha256, evidence.sha256) AS sha256, coalesce(evidence_versions.size, "
    "evidence.size) AS size, evidence.whereabouts, coalesce(evidence_particulars.formed_on, "
    "evidence.formed_on) AS formed_on, evidence.added_at, evidence.added_by, "
    "evidence_links.assessment_id, evidence_links.item, evidence_links.sequence, evidence_links.attached,"
    " evidence_links.changed_at, evidence_links.changed_by, coalesce(evidence_particulars.number, '') AS "
    "number, evidence_particulars.valid_until, evidence_particulars.year, "
    "coalesce(evidence_particulars.department, '') AS department, coalesce(evidence_particulars.note, '')"
    " AS note, coalesce(evidence_versions.taken_at, evidence_particulars.taken_at, '') AS taken_at, "
    "coalesce(evidence_particulars.version, 0) AS version, evidence.name AS first_name, evidence.sha256 "
    "AS first_sha256 FROM evidence JOIN evidence_links ON evidence_links.evidence_id = evidence.id LEFT "
    "OUTER JOIN evidence_particulars ON evidence_particulars.evidence_id = evidence.id AND "
    "evidence_particulars.assessment_id = evidence_links.assessment_id LEFT OUTER JOIN evidence_versions "
    "ON evidence_versions.evidence_id = evidence_particulars.evidence_id AND "
    "evidence_versions.assessment_id = evidence_particulars.assessment_id AND evidence_versions.version ="
    " evidence_particulars.version WHERE evidence.id = :evidence_id ORDER BY evidence_links.item, "
    "evidence_links.sequence",
    lines.EvidenceLine,
)
EVIDENCE_OF_PIECE = Query(
    "SELECT evidence.id, evidence.uuid, evidence.kind, coalesce(evidence_versions.name, evidence.name) AS"
    " name, coalesce(evidence_versions.media_type, evidence.media_type) AS media_type, "
    "coalesce(evidence_versions.sha256, evidence.sha256) AS sha256, coalesce(evidence_versions.size, "
    "evidence.size) AS size, evidence.whereabouts, coalesce(evidence_particulars.formed_on, "
    "evidence.formed_on) AS formed_on, evidence.added_at, evidence.added_by, "
    "evidence_links.assessment_id, evidence_links.item, evidence_links.sequence, evidence_links.attached,"
    " evidence_links.changed_at, evidence_links.changed_by, coalesce(evidence_particulars.number, '') AS "
    "number, evidence_particulars.valid_until, evidence_particulars.year, "
    "coalesce(evidence_particulars.department, '') AS department, coalesce(evidence_particulars.note, '')"
    " AS note, coalesce(evidence_versions.taken_at, evidence_particulars.taken_at, '') AS taken_at, "
    "coalesce(evidence_particulars.version, 0) AS version, evidence.name AS first_name, evidence.sha256 "
    "AS first_sha256 FROM evidence JOIN evidence_links ON evidence_links.evidence_id = evidence.id LEFT "
    "OUTER JOIN evidence_particulars ON evidence_particulars.evidence_id = evidence.id AND "
    "evidence_particulars.assessment_id = evidence_links.assessment_id LEFT OUTER JOIN evidence_versions "
    "ON evidence_versions.evidence_id = evidence_particulars.evidence_id AND "
    "evidence_versions.assessment_id = evidence_particulars.assessment_id AND evidence_versions.version ="
    " evidence_particulars.version WHERE evidence_links.assessment_id = :assessment_id AND evidence.id = "
    ":evidence_id ORDER BY evidence_links.item, evidence_links.sequence",
    lines.EvidenceLine,
)
PIECES = Query(
    "SELECT evidence.id, evidence.uuid FROM evidence WHERE evidence.id IN (SELECT "
    "evidence_links.evidence_id FROM evidence_links WHERE evidence_links.assessment_id = :assessment_id)",
    lines.PieceLine,
)
NEXT_SEQUENCE = Query(
    "SELECT coalesce(max(evidence_links.sequence), 0) + 1 AS anon_1 FROM evidence_links WHERE "
    "evidence_links.assessment_id = :assessment_id AND evidence_links.item = :item",
    lines.NumberLine,
)
LAST_UNNUMBERED = Query(
    "SELECT coalesce(max(evidence_links.sequence), 0) AS coalesce_1 FROM evidence_links LEFT OUTER JOIN "
    "evidence_particulars ON evidence_particulars.evidence_id = evidence_links.evidence_id AND "
    "evidence_particulars.assessment_id = evidence_links.assessment_id WHERE evidence_links.assessment_id"
    " = :assessment_id AND evidence_links.item = :item AND evidence_particulars.number IS NULL",
    lines.NumberLine,
)
LAST_OF_SERIES = Query(
    "SELECT coalesce(max(evidence_particulars.sequence), 0) AS coalesce_1 FROM evidence_particulars WHERE"
    " evidence_particulars.assessment_id = :assessment_id AND evidence_particulars.series = :series",
    lines.NumberLine,
)
NUMBERED = Query(
    "SELECT evidence_particulars.evidence_id FROM evidence_particulars WHERE "
    "evidence_particulars.assessment_id = :assessment_id AND evidence_particulars.number = :number",
    lines.NumberLine,
)
BLOBS = Query(
    "SELECT files.sha256, max(files.size) AS max_1, min(files.name) AS min_1 FROM (SELECT evidence.sha256"
    " AS sha256, evidence.size AS size, evidence.name AS name FROM evidence WHERE evidence.sha256 != '' "
    "UNION ALL SELECT evidence_versions.sha256 AS sha256, evidence_versions.size AS size, "
    "evidence_versions.name AS name FROM evidence_versions UNION ALL SELECT editions.scan_sha256 AS "
    "scan_sha256, editions.scan_size AS scan_size, editions.scan_name AS scan_name FROM editions WHERE "
    "editions.scan_sha256 != '' UNION ALL SELECT editions.paper_sha256 AS paper_sha256, "
    "editions.paper_size AS paper_size, editions.paper_name AS paper_name FROM editions) AS files GROUP "
    "BY files.sha256 ORDER BY files.sha256",
    lines.BlobLine,
)
VERSIONS = Query(
    "SELECT evidence_versions.version, evidence_versions.name, evidence_versions.media_type, "
    "evidence_versions.sha256, evidence_versions.size, evidence_versions.taken_at, "
    "evidence_versions.added_at, evidence_versions.added_by FROM evidence_versions WHERE "
    "evidence_versions.evidence_id = :evidence_id AND evidence_versions.assessment_id = :assessment_id "
    "ORDER BY evidence_versions.version",
    lines.VersionLine,
)
FIRST_VERSION = Query(
    "SELECT 0 AS version, evidence.name, evidence.media_type, evidence.sha256, evidence.size, "
    "coalesce(evidence_particulars.taken_at, '') AS taken_at, evidence.added_at, evidence.added_by FROM "
    "evidence LEFT OUTER JOIN evidence_particulars ON evidence_particulars.evidence_id = evidence.id AND "
    "evidence_particulars.assessment_id = :assessment_id WHERE evidence.id = :evidence_id",
    lines.VersionLine,
)
PATTERN = Query(
    "SELECT evidence_patterns.pattern FROM evidence_patterns WHERE evidence_patterns.school_id = :school_id",
    lines.WordLine,
)
PATTERNS = Query(
    "SELECT evidence_patterns.school_id, evidence_patterns.pattern FROM evidence_patterns",
    lines.PatternLine,
)
ADD_EVIDENCE = Command(
    "INSERT INTO evidence (uuid, kind, name, media_type, sha256, size, whereabouts, formed_on, added_at, "
    "added_by) VALUES (:uuid, :kind, :name, :media_type, :sha256, :size, :whereabouts, :formed_on, "
    ":added_at, :added_by)"
)
ADD_EVIDENCE_LINK = Command(
    "INSERT INTO evidence_links (evidence_id, assessment_id, item, sequence, attached, changed_at, "
    "changed_by) VALUES (:evidence_id, :assessment_id, :item, :sequence, :attached, :changed_at, "
    ":changed_by)"
)
SWITCH_EVIDENCE_LINK = Command(
    "UPDATE evidence_links SET attached=:attached, changed_at=:changed_at, changed_by=:changed_by WHERE "
    "evidence_links.evidence_id = :evidence_id AND evidence_links.assessment_id = :assessment_id AND "
    "evidence_links.item = :item"
)
ADD_PARTICULARS = Command(
    "INSERT INTO evidence_particulars (evidence_id, assessment_id, number, series, sequence, formed_on, "
    "valid_until, year, department, note, taken_at, version, changed_at, changed_by) VALUES "
    "(:evidence_id, :assessment_id, :number, :series, :sequence, :formed_on, :valid_until, :year, "
    ":department, :note, :taken_at, :version, :changed_at, :changed_by) ON CONFLICT DO NOTHING"
)
AMEND_PARTICULARS = Command(
    "UPDATE evidence_particulars SET formed_on=:formed_on, valid_until=:valid_until, year=:year, "
    "department=:department, note=:note, changed_at=:changed_at, changed_by=:changed_by WHERE "
    "evidence_particulars.evidence_id = :evidence_id AND evidence_particulars.assessment_id = "
    ":assessment_id"
)
NUMBER_EVIDENCE = Command(
    "UPDATE evidence_particulars SET number=:number, series=:series, sequence=:sequence WHERE "
    "evidence_particulars.evidence_id = :evidence_id AND evidence_particulars.assessment_id = "
    ":assessment_id"
)
SHOW_VERSION = Command(
    "UPDATE evidence_particulars SET version=:version, changed_at=:changed_at, changed_by=:changed_by "
    "WHERE evidence_particulars.evidence_id = :evidence_id AND evidence_particulars.assessment_id = "
    ":assessment_id"
)
ADD_VERSION = Command(
    "INSERT INTO evidence_versions (evidence_id, assessment_id, version, name, media_type, sha256, size, "
    "taken_at, added_at, added_by) VALUES (:evidence_id, :assessment_id, :version, :name, :media_type, "
    ":sha256, :size, :taken_at, :added_at, :added_by)"
)
PUT_PATTERN = Command(
    "INSERT INTO evidence_patterns (school_id, pattern) VALUES (:school_id, :pattern) ON CONFLICT "
    "(school_id) DO UPDATE SET pattern = excluded.pattern"
)
FINDINGS = Query(
    "SELECT findings.number, findings.item, findings.is_listed, findings.state, findings.problem, "
    "findings.basis, findings.cause, findings.measure, findings.kind, findings.lead, findings.joint, "
    "findings.person, findings.found_on, findings.deadline, findings.reported, findings.report_words, "
    "findings.reported_on, findings.is_passed, findings.reviewed_by, findings.reviewed_on, "
    "findings.review_words, findings.recognised, findings.recognised_by, findings.recognised_on, "
    "findings.closed_on, findings.reason, findings.changed_at, findings.changed_by FROM findings WHERE "
    "findings.assessment_id = :assessment_id ORDER BY findings.number",
    lines.FindingLine,
)
FINDINGS_OF_ITEM = Query(
    "SELECT findings.number, findings.item, findings.is_listed, findings.state, findings.problem, "
    "findings.basis, findings.cause, findings.measure, findings.kind, findings.lead, findings.joint, "
    "findings.person, findings.found_on, findings.deadline, findings.reported, findings.report_words, "
    "findings.reported_on, findings.is_passed, findings.reviewed_by, findings.reviewed_on, "
    "findings.review_words, findings.recognised, findings.recognised_by, findings.recognised_on, "
    "findings.closed_on, findings.reason, findings.changed_at, findings.changed_by FROM findings WHERE "
    "findings.assessment_id = :assessment_id AND findings.item = :item ORDER BY findings.number",
    lines.FindingLine,
)
FINDING = Query(
    "SELECT findings.number, findings.item, findings.is_listed, findings.state, findings.problem, "
    "findings.basis, findings.cause, findings.measure, findings.kind, findings.lead, findings.joint, "
    "findings.person, findings.found_on, findings.deadline, findings.reported, findings.report_words, "
    "findings.reported_on, findings.is_passed, findings.reviewed_by, findings.reviewed_on, "
    "findings.review_words, findings.recognised, findings.recognised_by, findings.recognised_on, "
    "findings.closed_on, findings.reason, findings.changed_at, findings.changed_by FROM findings WHERE "
    "findings.assessment_id = :assessment_id AND findings.number = :finding",
    lines.FindingLine,
)
NEXT_FINDING = Query(
    "SELECT coalesce(max(findings.number), 0) + 1 AS anon_1 FROM findings WHERE findings.assessment_id = "
    ":assessment_id",
    lines.NumberLine,
)
PUT_FINDING = Command(
    "INSERT INTO findings (assessment_id, number, item, is_listed, state, problem, basis, cause, measure,"
    " kind, lead, joint, person, found_on, deadline, reported, report_words, reported_on, is_passed, "
    "reviewed_by, reviewed_on, review_words, recognised, recognised_by, recognised_on, closed_on, reason,"
    " changed_at, changed_by) VALUES (:assessment_id, :number, :item, :is_listed, :state, :problem, "
    ":basis, :cause, :measure, :kind, :lead, :joint, :person, :found_on, :deadline, :reported, "
    ":report_words, :reported_on, :is_passed, :reviewed_by, :reviewed_on, :review_words, :recognised, "
    ":recognised_by, :recognised_on, :closed_on, :reason, :changed_at, :changed_by) ON CONFLICT "
    "(assessment_id, number) DO UPDATE SET item = excluded.item, is_listed = excluded.is_listed, state = "
    "excluded.state, problem = excluded.problem, basis = excluded.basis, cause = excluded.cause, measure "
    "= excluded.measure, kind = excluded.kind, lead = excluded.lead, joint = excluded.joint, person = "
    "excluded.person, found_on = excluded.found_on, deadline = excluded.deadline, reported = "
    "excluded.reported, report_words = excluded.report_words, reported_on = excluded.reported_on, "
    "is_passed = excluded.is_passed, reviewed_by = excluded.reviewed_by, reviewed_on = "
    "excluded.reviewed_on, review_words = excluded.review_words, recognised = excluded.recognised, "
    "recognised_by = excluded.recognised_by, recognised_on = excluded.recognised_on, closed_on = "
    "excluded.closed_on, reason = excluded.reason, changed_at = excluded.changed_at, changed_by = "
    "excluded.changed_by"
)
ROUNDS = Query(
    "SELECT finding_rounds.finding, finding_rounds.number, finding_rounds.is_listed, "
    "finding_rounds.done_on, finding_rounds.percent, finding_rounds.words, finding_rounds.person FROM "
    "finding_rounds WHERE finding_rounds.assessment_id = :assessment_id ORDER BY finding_rounds.finding, "
    "finding_rounds.number",
    lines.RoundLine,
)
ROUNDS_OF_FINDING = Query(
    "SELECT finding_rounds.finding, finding_rounds.number, finding_rounds.is_listed, "
    "finding_rounds.done_on, finding_rounds.percent, finding_rounds.words, finding_rounds.person FROM "
    "finding_rounds WHERE finding_rounds.assessment_id = :assessment_id AND finding_rounds.finding = "
    ":finding ORDER BY finding_rounds.number",
    lines.RoundLine,
)
PUT_ROUND = Command(
    "INSERT INTO finding_rounds (assessment_id, finding, number, is_listed, done_on, percent, words, "
    "person, changed_at, changed_by) VALUES (:assessment_id, :finding, :number, :is_listed, :done_on, "
    ":percent, :words, :person, :changed_at, :changed_by) ON CONFLICT (assessment_id, finding, number) DO"
    " UPDATE SET is_listed = excluded.is_listed, done_on = excluded.done_on, percent = excluded.percent, "
    "words = excluded.words, person = excluded.person, changed_at = excluded.changed_at, changed_by = "
    "excluded.changed_by"
)
FINDING_EVIDENCE = Query(
    "SELECT finding_evidence.finding, finding_evidence.round, finding_evidence.evidence_id, "
    "finding_evidence.attached, evidence.uuid, evidence.kind, evidence.name, evidence.media_type, "
    "evidence.sha256, evidence.size, evidence.whereabouts, evidence.added_at, evidence.added_by FROM "
    "finding_evidence JOIN evidence ON finding_evidence.evidence_id = evidence.id WHERE "
    "finding_evidence.assessment_id = :assessment_id ORDER BY finding_evidence.finding, "
    "finding_evidence.round, finding_evidence.evidence_id",
    lines.FindingEvidenceLine,
)
EVIDENCE_OF_FINDING = Query(
    "SELECT finding_evidence.finding, finding_evidence.round, finding_evidence.evidence_id, "
    "finding_evidence.attached, evidence.uuid, evidence.kind, evidence.name, evidence.media_type, "
    "evidence.sha256, evidence.size, evidence.whereabouts, evidence.added_at, evidence.added_by FROM "
    "finding_evidence JOIN evidence ON finding_evidence.evidence_id = evidence.id WHERE "
    "finding_evidence.assessment_id = :assessment_id AND finding_evidence.finding = :finding ORDER BY "
    "finding_evidence.finding, finding_evidence.round, finding_evidence.evidence_id",
    lines.FindingEvidenceLine,
)
PUT_FINDING_EVIDENCE = Command(
    "INSERT INTO finding_evidence (assessment_id, finding, round, evidence_id, attached, changed_at, "
    "changed_by) VALUES (:assessment_id, :finding, :round, :evidence_id, :attached, :changed_at, "
    ":changed_by) ON CONFLICT (assessment_id, finding, round, evidence_id) DO UPDATE SET attached = "
    "excluded.attached, changed_at = excluded.changed_at, changed_by = excluded.changed_by"
)
PASSAGES = Query(
    "SELECT passages.name, passages.text, passages.changed_at, passages.changed_by FROM passages WHERE "
    "passages.assessment_id = :assessment_id",
    lines.PassageLine,
)
PASSAGE = Query(
    "SELECT passages.name, passages.text, passages.changed_at, passages.changed_by FROM passages WHERE "
    "passages.assessment_id = :assessment_id AND passages.name = :name",
    lines.PassageLine,
)
PUT_PASSAGE = Command(
    "INSERT INTO passages (assessment_id, name, text, changed_at, changed_by) VALUES (:assessment_id, "
    ":name, :text, :changed_at, :changed_by) ON CONFLICT (assessment_id, name) DO UPDATE SET text = "
    "excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by"
)
REPORT_SETTINGS = Query(
    "SELECT report_settings.authority, report_settings.principal, report_settings.annexes, "
    "report_settings.is_duplex FROM report_settings WHERE report_settings.assessment_id = :assessment_id",
    lines.ReportSettingsLine,
)
PUT_REPORT_SETTINGS = Command(
    "INSERT INTO report_settings (assessment_id, authority, principal, annexes, is_duplex, changed_at, "
    "changed_by) VALUES (:assessment_id, :authority, :principal, :annexes, :is_duplex, :changed_at, "
    ":changed_by) ON CONFLICT (assessment_id) DO UPDATE SET authority = excluded.authority, principal = "
    "excluded.principal, annexes = excluded.annexes, is_duplex = excluded.is_duplex, changed_at = "
    "excluded.changed_at, changed_by = excluded.changed_by"
)
EDITIONS = Query(
    "SELECT editions.id, editions.assessment_id, editions.number, editions.seq, editions.fingerprint, "
    "editions.signers, editions.frozen_at, editions.frozen_by, editions.state, editions.reason, "
    "editions.paper_sha256, editions.paper_name, editions.paper_missing, editions.paper_size, "
    "editions.paper_pages, editions.scan_sha256, editions.scan_name, editions.scan_size FROM editions "
    "WHERE editions.assessment_id = :assessment_id ORDER BY editions.number DESC",
    lines.EditionLine,
)
EVERY_EDITION = Query(
    "SELECT editions.id, editions.assessment_id, editions.number, editions.seq, editions.fingerprint, "
    "editions.signers, editions.frozen_at, editions.frozen_by, editions.state, editions.reason, "
    "editions.paper_sha256, editions.paper_name, editions.paper_missing, editions.paper_size, "
    "editions.paper_pages, editions.scan_sha256, editions.scan_name, editions.scan_size FROM editions "
    "ORDER BY editions.assessment_id, editions.number",
    lines.EditionLine,
)
EDITION = Query(
    "SELECT editions.id, editions.assessment_id, editions.number, editions.seq, editions.fingerprint, "
    "editions.signers, editions.frozen_at, editions.frozen_by, editions.state, editions.reason, "
    "editions.paper_sha256, editions.paper_name, editions.paper_missing, editions.paper_size, "
    "editions.paper_pages, editions.scan_sha256, editions.scan_name, editions.scan_size FROM editions "
    "WHERE editions.assessment_id = :assessment_id AND editions.number = :number",
    lines.EditionLine,
)
SNAPSHOT = Query(
    "SELECT editions.snapshot FROM editions WHERE editions.assessment_id = :assessment_id AND "
    "editions.number = :number",
    lines.SnapshotLine,
)
STEPS_AFTER = Query(
    "SELECT count(*) AS count_1 FROM changes WHERE changes.assessment_id = :assessment_id AND changes.seq"
    ' > :seq AND instr(changes.parts, \'"kind":"edition"\') = 0',
    lines.NumberLine,
)
EDITION_STEPS = Query(
    "SELECT changes.id, changes.assessment_id, changes.seq, changes.at, changes.who, changes.parts, "
    "changes.prev, changes.hash FROM changes WHERE changes.assessment_id = :assessment_id AND "
    'instr(changes.parts, \'"kind":"edition"\') > 0 ORDER BY changes.seq',
    lines.ChangeLine,
)
ADD_EDITION = Command(
    "INSERT INTO editions (assessment_id, number, seq, fingerprint, snapshot, paper_sha256, paper_name, "
    "paper_missing, paper_size, paper_pages, signers, frozen_at, frozen_by, state, reason, scan_sha256, "
    "scan_name, scan_size, changed_at, changed_by) VALUES (:assessment_id, :number, :seq, :fingerprint, "
    ":snapshot, :paper_sha256, :paper_name, :paper_missing, :paper_size, :paper_pages, :signers, "
    ":frozen_at, :frozen_by, :state, :reason, :scan_sha256, :scan_name, :scan_size, :changed_at, "
    ":changed_by)"
)
SET_EDITION = Command(
    "UPDATE editions SET state=:state, reason=:reason, scan_sha256=:scan_sha256, scan_name=:scan_name, "
    "scan_size=:scan_size, changed_at=:changed_at, changed_by=:changed_by WHERE editions.assessment_id = "
    ":assessment_id AND editions.number = :number"
)
META = Query(
    'SELECT meta.value FROM meta WHERE meta."key" = :key',
    lines.WordLine,
)
PUT_META = Command(
    'INSERT INTO meta ("key", value) VALUES (:key, :value) ON CONFLICT ("key") DO UPDATE SET value = excluded.value'
)
WORKSPACE = Query(
    "SELECT workspace.uuid, workspace.head_seq, workspace.head_hash FROM workspace",
    lines.HeadLine,
)
MOVE_WORKSPACE_HEAD = Command("UPDATE workspace SET head_seq=:head_seq, head_hash=:head_hash")
CHANGES = Query(
    "SELECT changes.id, changes.assessment_id, changes.seq, changes.at, changes.who, changes.parts, "
    "changes.prev, changes.hash FROM changes WHERE changes.assessment_id IS :assessment_id ORDER BY "
    "changes.seq DESC LIMIT :limit OFFSET 0",
    lines.ChangeLine,
)
FIRST_CHANGE = Query(
    "SELECT changes.id, changes.assessment_id, changes.seq, changes.at, changes.who, changes.parts, "
    "changes.prev, changes.hash FROM changes WHERE changes.assessment_id = :assessment_id AND changes.seq"
    " = 1",
    lines.ChangeLine,
)
CHANGES_OF_ITEM = Query(
    "SELECT changes.id, changes.assessment_id, changes.seq, changes.at, changes.who, changes.parts, "
    "changes.prev, changes.hash FROM changes WHERE changes.assessment_id = :assessment_id AND (EXISTS "
    "(SELECT anon_1.value FROM json_each(changes.parts) AS anon_1 WHERE json_extract(anon_1.value, "
    "'$.item') = :item OR instr(anon_1.value, '\"others\"') > 0 AND (EXISTS (SELECT others.value FROM "
    "json_each(anon_1.value, '$.others') AS others WHERE others.value = :item)))) ORDER BY changes.seq "
    "DESC LIMIT :limit OFFSET 0",
    lines.ChangeLine,
)
CHAIN = Query(
    "SELECT changes.id, changes.assessment_id, changes.seq, changes.at, changes.who, changes.parts, "
    "changes.prev, changes.hash FROM changes WHERE changes.assessment_id IS :assessment_id AND "
    "changes.seq > :after ORDER BY changes.seq LIMIT :limit OFFSET 0",
    lines.ChangeLine,
)
NEWEST_CHANGE = Query(
    "SELECT coalesce(max(changes.id), 0) AS coalesce_1 FROM changes",
    lines.NumberLine,
)
ADD_CHANGE = Command(
    "INSERT INTO changes (assessment_id, seq, at, who, parts, prev, hash) VALUES (:assessment_id, :seq, "
    ":at, :who, :parts, :prev, :hash)"
)
