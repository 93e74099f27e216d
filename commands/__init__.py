"""What the command line can be asked: each command takes the parsed arguments and answers with an exit code."""
