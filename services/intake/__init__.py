"""Filled-in sheets coming back, checked whole before anything is written."""
