"""The checklist screen: one assessment being worked through."""
