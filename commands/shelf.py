"""Commands over the library and over documents; no workspace is opened."""

from argparse import Namespace
from typing import TYPE_CHECKING

from checklists import canonical, library
from checklists.key_labels import label_of
from commands.exits import DONE, print_json

if TYPE_CHECKING:
    from checklists.policy import Policy


def policies(asked: Namespace) -> int:
    """List the policies of the library with their counts."""
    rows = [_listed(entry) for entry in library.catalogue()]
    if asked.json:
        return print_json(rows)
    for row in rows:
        counts = f"{row['measures']} 条 · {row['items']} 个要点 · {row['indicators']} 项指标"
        print(f"{row['slug']:<12} {row['city']}　{row['title']}　{counts if row['items'] else '清单编写中'}")
    return DONE


def _listed(entry: library.Announcement) -> dict[str, object]:
    policy = library.load(entry.slug) if entry.is_written else None
    return {
        "slug": entry.slug,
        "city": entry.city,
        "title": entry.title,
        "doc_number": entry.doc_number,
        "issued_on": entry.issued_on.isoformat() if entry.issued_on else None,
        "state": entry.state.value,
        "measures": len(policy.measures) if policy else 0,
        "items": len(tuple(policy.items())) if policy else 0,
        "indicators": len(tuple(policy.indicators())) if policy else 0,
    }


def policy(asked: Namespace) -> int:
    """Print one policy's checklist whole."""
    policy = library.load(asked.slug)
    if asked.json:
        return print_json(canonical.content_of(policy))
    print(f"{policy.title}（{policy.city}）")
    for measure in policy.measures:
        print(f"\n{measure.number}　{measure.heading}")
        for item in measure.items:
            print(f"  {label_of(item.key)}　{item.text}")
    return DONE


def themes(asked: Namespace) -> int:
    """Lay the cities side by side, theme by theme."""
    from checklists.comparing import across
    from checklists.comparison_json import content_across
    from reports.content.comparison import lines_of

    themes = across(map(library.load, library.slugs()))
    if asked.json:
        return print_json(content_across(themes))
    print("\n\n".join("\n".join(lines_of(theme)) for theme in themes))
    return DONE


def read(asked: Namespace) -> int:
    """Read an official document."""
    from checklists import reading
    from checklists.reading.exchange import content_of
    from checklists.reading.summary import summary_of

    text = reading.read(asked.file).text
    if asked.json:
        return print_json(content_of(text))
    print("\n".join(summary_of(text)))
    return DONE


def draft(asked: Namespace) -> int:
    """Draft a checklist from an official document into a new file."""
    from checklists import reading
    from checklists.drafting.file import save_draft
    from checklists.drafting.first_draft import draft_of

    draft = draft_of(reading.read(asked.file).text, asked.file.name)
    save_draft(draft, asked.target)
    print(f"草稿已存好：{asked.target.resolve()}（{_counted(draft.policy)}）。请逐条改写“待改：”的要点。")
    return DONE


def check(asked: Namespace) -> int:
    """Check a file somebody wrote."""
    from checklists.drafting.open_draft import is_marked
    from checklists.files import read_policy

    policy = read_policy(asked.file)
    waiting = sum(is_marked(item.text) for item in policy.items())
    left = f"，还有 {waiting} 个要点待改写" if waiting else ""
    print(f"合格：{policy.title}（{_counted(policy)}）{left}")
    return DONE


def _counted(policy: "Policy") -> str:
    items, figures = sum(1 for _ in policy.items()), sum(1 for _ in policy.indicators())
    return f"{len(policy.measures)} 条 · {items} 个要点 · {figures} 项指标"


def match(asked: Namespace) -> int:
    """Lay an official text beside its checklist."""
    from checklists import matching as matcher
    from checklists import reading
    from checklists.matching_json import content_of_match, lines_of_match

    document = reading.read(asked.file)
    matching = matcher.match(library.load(asked.slug), document.lines, document.text)
    if asked.json:
        return print_json(content_of_match(matching))
    print("\n".join(lines_of_match(matching)))
    return DONE
