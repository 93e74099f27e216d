"""What each report says, as plain values; testable without paper."""
