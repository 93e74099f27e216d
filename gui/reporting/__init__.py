"""The screen where a report is looked at as it will be printed, printed and saved."""
