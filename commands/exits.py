"""How a command ends, and how it prints for machines."""

import sys

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def print_json(value: object) -> int:
    """Print JSON values for scripts; answer DONE."""
    import json  # the window starts through this module, too, and prints nothing

    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()
    return DONE
