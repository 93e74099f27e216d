"""The ledger of findings (整改台账): what is wrong, who puts it right by when, and how far it is."""
