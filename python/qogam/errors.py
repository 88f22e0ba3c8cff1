"""What ends a call. What spoils one document only is told in that document instead: see Document.error."""

from __future__ import annotations


class Error(Exception):
    """The common base. The message is a full sentence that names the file or option and says what to do."""

    #: What `qogam analyze` would end with.
    exit_code: int = 3


class UsageError(Error, ValueError):
    """An option has a value that it cannot have."""

    exit_code = 2


class InputError(Error):
    """An input as a whole, such as a file of results, cannot be read or is of another kind."""

    exit_code = 3


class ModelError(Error):
    """The knowledge cannot be read, compiled or trusted."""

    exit_code = 4
