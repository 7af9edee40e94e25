"""What can go wrong with a file. Every message is a Vietnamese sentence for its sender."""


class ReadingError(Exception):
    """The file could not be read: it is broken, too large or too slow."""


class UnreadableError(ReadingError):
    """This is not a file that is taken at all."""


class UnavailableError(ReadingError):
    """A program that would be needed is not installed here; nothing is wrong with the file."""
