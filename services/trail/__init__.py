"""The trail (修改留痕): what was done, written down with its rows, played again, taken back."""
