"""What the program hands over: reports as plain values, and how they look on paper."""
