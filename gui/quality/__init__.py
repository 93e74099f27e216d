"""What is asked about before anything is handed in (交前质检)."""
