"""The review of a draft checklist: document in, items reworded, merged and split, own policy out."""
