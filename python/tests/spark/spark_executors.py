"""What Spark says of its executors and tasks, and who they are on this machine."""

import contextlib
import json
import os
import signal
import time
import urllib.request
from pathlib import Path


def rest(spark, path):
    """An answer of Spark's own service for programs."""
    context = spark.sparkContext
    url = f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}/{path}"
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(url, timeout=30) as answer:
        return json.load(answer)


def executors(spark):
    """All there were, by their ids; without the driver."""
    return {e["id"]: e for e in rest(spark, "allexecutors") if e["id"] != "driver"}


def failed_tasks(spark):
    """Of all jobs so far. Waits until the service has heard of the last."""
    time.sleep(1)
    return sum(job["numFailedTasks"] for job in rest(spark, "jobs"))


def processes(spark):
    """Executor ids with the ids of their processes."""
    found = {}
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            words = file.read_text(errors="replace").split("\0")
            # A process of this application, and not the script that started it.
            if words[0].endswith("java") and spark.sparkContext.applicationId in words and "--executor-id" in words:
                found[words[words.index("--executor-id") + 1]] = int(file.parent.name)
    return found


def kill(spark, executor):
    os.kill(processes(spark)[executor], signal.SIGKILL)
