"""What a service can refuse or break off: classes with fields and no sentence."""


class CancelledError(Exception):
    """The user gave up on long work; nothing half done is left behind."""
