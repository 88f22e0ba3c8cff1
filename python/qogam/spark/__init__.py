"""Civic news in Apache Spark: a DataFrame with articles in, one with what is in them out.

    import qogam.spark
    found = qogam.spark.analyze(df, id="url")                                      # the package is on every executor
    found = qogam.spark.analyze_with_program(df, "/opt/qogam/bin/qogam", id="url")  # only the plain program is
    found.select("id", "officials.name", "commitments").write.parquet("found")

A row in gives a row out, always. What cannot be analysed (null, broken UTF-8, too large) is a row with the status
"error", and the column `error` says why. The columns are the keys of the object that ``qogam schema`` describes.

Near-duplicates are not looked for, as no partition sees the others: `duplicate_of` is null. Objects are those of
``qogam analyze --field path=id --duplicates 0``, to the byte.

For clusters without the package this folder may be copied under any name, such as qogam_spark/: nothing in it but
`analyze` needs the package, and only the driver needs the folder.
"""

from .package import analyze
from .program import analyze_with_program

__all__ = ["analyze", "analyze_with_program"]
