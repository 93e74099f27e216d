"""How sections read on screen and on paper: with their own number, as the document has it."""

from checklists.own_names import OWN_REF


def section_label(ref: str, heading: str) -> str:
    """Name a section with its number: （一）… or 一、…; what a school added itself has none."""
    if ref == OWN_REF:
        return heading
    own = ref.rsplit("/", 1)[-1]
    return f"{own}{heading}" if own.endswith("）") else f"{own}、{heading}"
