"""Sheets that people take away or fill in; written with openpyxl."""
