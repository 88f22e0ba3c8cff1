"""A Spark with two executor processes on this machine."""

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import spark_support


@pytest.fixture(scope="session")
def program():
    if not os.access(spark_support.PROGRAM, os.X_OK):
        pytest.skip(f"{spark_support.PROGRAM} is not built")
    return spark_support.PROGRAM


@pytest.fixture(scope="session")
def corpora():
    return spark_support.corpora()


@pytest.fixture(scope="session")
def spark():
    """Two executors of one core each, in processes of their own."""
    pyspark = pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("there is no java")
    home = Path(pyspark.__file__).parent
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    session = spark_support.session_builder("local-cluster[2,1,1024]").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    application = session.sparkContext.applicationId
    session.stop()
    shutil.rmtree(home / "work" / application, ignore_errors=True)
