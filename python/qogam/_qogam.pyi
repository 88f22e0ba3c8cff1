"""The native part. What is here may change; what `qogam` itself has is there to stay.

Objects come out as JSON in UTF-8 without a line feed. All functions may be called by any thread, but one `Results` or
`Reader` by one at a time. Those that work long give up the GIL.
"""

from collections.abc import Iterable

class Input:
    """A document that is not analysed yet. Made by a Reader and by the functions below; may be analysed many times."""

    @property
    def id(self) -> str:
        """Given by the input, or made from its path."""
    @property
    def path(self) -> str:
        """Where it came from, '-:3' for the third of an iterable."""
    @property
    def url(self) -> str:
        """Address given by the input, or empty."""
    @property
    def error(self) -> str | None:
        """The code of what makes it unreadable, or None."""

class Reader:
    """The documents of files, folders, archives and patterns, each an Input, as `qogam analyze` reads them."""

    def __init__(self, paths: list[bytes], format: str, fields: dict[str, str], max_document_bytes: int, max_expansion: int) -> None: ...
    def __iter__(self) -> Reader: ...
    def __next__(self) -> Input: ...
    @property
    def passed_over(self) -> int:
        """Files and members of archives that hold no documents or that no reader takes, so far."""
    @property
    def notices(self) -> list[str]:
        """What else there is to say of the inputs as a whole, so far: full sentences."""

class Engine:
    """The analysis with its options: immutable, and for any number of threads at once."""

    def __init__(
        self,
        models: bytes,
        topics: list[bytes],
        language: str,
        published: str,
        plain: bool,
        only: list[str],
        min_score: float | None,
        min_confidence: float | None,
        no_text: bool,
        max_document_bytes: int,
    ) -> None: ...
    @property
    def fingerprint(self) -> str:
        """Fingerprint of the knowledge, as it stands under 'generator' in each object."""
    def analyze(self, document: Input) -> bytes:
        """The object of one document."""
    def run(self, inputs: Iterable[Input], jobs: int, duplicates: int) -> Results:
        """The objects of many, which the calling thread takes from the iterable, a few ahead of the results."""
    def run_reader(self, reader: Reader, jobs: int, duplicates: int) -> Results:
        """The objects of all that a reader still has."""

class Results:
    """The objects of a run, in the order of its documents."""

    def __iter__(self) -> Results: ...
    def __next__(self) -> bytes: ...
    def close(self) -> None:
        """Ends the run: waits for the documents that are begun and drops them. May be called again."""

def text_input(text: str, id: str, path: str, max_document_bytes: int) -> Input:
    """A document of text or HTML."""

def bytes_input(data: bytes, id: str, path: str, max_document_bytes: int) -> Input:
    """A document of bytes in any encoding, as a file holds them."""

def record_input(json: str, id: str, path: str, max_document_bytes: int, fields: dict[str, str]) -> Input:
    """A document of a JSON record, as a line of JSON Lines; `fields` names other keys than the usual ones."""

def failed_input(id: str, path: str, code: str, message: str) -> Input:
    """What stands in the place of something that is no document."""

def version() -> str:
    """MAJOR.MINOR.PATCH of the program and library."""

def schema() -> str:
    """The JSON Schema of the objects."""
