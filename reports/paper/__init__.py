"""How reports look: the only room that knows reportlab."""
