"""One upload to an S3 server, ours against boto3's own `upload_file`, in turns, medians compared.

python benchmarks/upload.py ENDPOINT BUCKET [--megabytes 1024] [--repeat 3]

Credentials come from the environment. The bucket must exist; what is stored there is removed.
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent / "tests")]

from measuring import Cost, run, typical  # noqa: E402 -- the paths come first

OURS = """
import sys, pathlib
from timeline_studio.storage import S3Options, S3Store
endpoint, bucket, source, folder = sys.argv[1:]
folder = pathlib.Path(folder)
S3Store(bucket, cache=folder / "cache", journals=folder / "journals",
        options=S3Options(endpoint=endpoint)).put_file("benchmark/ours", pathlib.Path(source))
"""

BOTO3 = """
import sys
endpoint, bucket, source, folder = sys.argv[1:]
import boto3
from botocore.config import Config
boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1",
    config=Config(s3={"addressing_style": "path"})).upload_file(source, bucket, "benchmark/boto3")
"""

CLEAN = """
import sys, pathlib
from timeline_studio.storage import S3Options, S3Store
S3Store(sys.argv[2], cache=pathlib.Path(sys.argv[4]), journals=pathlib.Path(sys.argv[4]),
        options=S3Options(endpoint=sys.argv[1])).delete_prefix("benchmark/")
"""


def main() -> None:
    options = _options()
    with TemporaryDirectory() as folder:
        source = Path(folder) / "source.bin"
        with source.open("wb") as stream:
            for _ in range(options.megabytes):
                stream.write(os.urandom(1024 * 1024))
        arguments = [options.endpoint, options.bucket, str(source), folder]
        costs: dict[str, list[Cost]] = {"timeline studio": [], "boto3": []}
        for _ in range(options.repeat):
            for name, code in (("timeline studio", OURS), ("boto3", BOTO3)):
                costs[name].append(run([sys.executable, "-c", code, *arguments]))
                run([sys.executable, "-c", CLEAN, *arguments])
    rows = {name: typical(found) for name, found in costs.items()}
    for name, cost in rows.items():
        rate = options.megabytes / cost.wall
        memory = cost.peak_memory / 1024 / 1024
        print(f"{name:16} {rate:7.1f} MiB/s  {cost.cpu:6.1f} s CPU  {memory:6.0f} MiB memory")
    print(f"ours / boto3: {rows['boto3'].wall / rows['timeline studio'].wall:.2f} (at least 0.9)")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("endpoint")
    parser.add_argument("bucket")
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--repeat", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
