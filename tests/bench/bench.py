#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our program beside a floor that does the same with nothing of ours in it.

    bench.py BUILD_DIR [PAIRS [LINES]]

LINES is how many commitments the register holds that is measured.

Each row is run in pairs, ours and the floor in turn, so that what else the machine does falls on
both; the numbers are medians, the ratio is the median of the pairs' ratios. One pair before the
count warms the caches. A ratio says more than milliseconds, which belong to the machine.
"""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "ui"))

import harness

UNITS, TASKS, LINES = 1000, 100, 20000
DAY, PERIOD = "2023-04-15", "2023-Q1"
FIRST_FRAME = re.compile(r"first-frame\b")

# The ratio to the floor that we hold ourselves to.
TARGETS = {
    "start to first full frame": 1.3,
    "memory of that start": 1.5,
    f"summary of {UNITS} × {TASKS}": 1.5,
    "jump in the grid": 1.15,
    "jump in the table, 60 × 500": 1.15,
    "jump in the table, 1,000 × 200": 1.15,
    "one act over 10,000 lines": 3.0,
    "scroll of 1,000 tasks × 5 years": 1.3,
    "zoom of the same": 1.3,
    "frame of 10,000 tasks, of 100": 1.3,
    "timeline page, and its 100 ms": 1.0,
    "register, first page": 2.0,
    "register, whole list": 2.0,
    "register, other order": 2.0,
    "register, three letters": 2.0,
}
# The export may take so much more than its floor, however small that is.
EXPORT_MEBIBYTES = 32
# A page that is opened in a window that stands may take so long.
OPENING_MS = 100


class Run:
    """One run of a command: its seconds, until `mark` is printed or else to the end, and its
    peak memory in MiB. GNU time starts it, since a process inherits the peak of its parent."""

    def __init__(self, command, environment, mark=None):
        with tempfile.NamedTemporaryFile("r") as memory:
            start = time.monotonic()
            process = subprocess.Popen(
                ["/usr/bin/time", "-q", "-f", "%M", "-o", memory.name, *command],
                env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, text=True)
            said, marked = [], None
            for line in process.stdout:
                if marked is None and mark and mark.search(line):
                    marked = time.monotonic()
                said.append(line)
            status = process.wait()
            end = time.monotonic()
            self.seconds = (marked or end) - start
            if status != 0 or (mark and marked is None):
                raise SystemExit(f"{' '.join(command)}: exit {status}\n{''.join(said)}")
            self.mebibytes = int(memory.read()) / 1024


def run_pairs(count, ours, floor):
    """Runs the two in turn; the first pair only warms the caches."""
    pairs = [(ours(), floor()) for _ in range(count + 1)]
    return pairs[1:]


def row(name, unit, pairs):
    """A row of the table from (ours, floor) numbers."""
    return (name, unit, statistics.median(ours for ours, _ in pairs),
            statistics.median(floor for _, floor in pairs),
            statistics.median(ours / floor for ours, floor in pairs))


def bench_start(build, environment, workbook, count):
    program = [str(build / "src/sokehoach"), "--on", DAY, workbook]
    pairs = run_pairs(
        count,
        lambda: Run(program, dict(environment, SOKEHOACH_BENCH="1"), FIRST_FRAME),
        lambda: Run([str(build / "tests/bench/floor-window")], environment, FIRST_FRAME))
    yield row("start to first full frame", "ms",
              [(ours.seconds * 1000, floor.seconds * 1000) for ours, floor in pairs])
    yield row("memory of that start", "MiB",
              [(ours.mebibytes, floor.mebibytes) for ours, floor in pairs])


def bench_summary(build, environment, folder, count):
    cli = str(build / "src/sokehoach-cli")
    workbook, out, cells, floor_out = (
        str(folder / name) for name in ("large.skh", "ours.xlsx", "cells", "floor.xlsx"))
    export = [cli, "export", "summary", workbook, "--period", PERIOD, "--on", DAY, "-o", out]
    Run([cli, "generate", workbook, "--units", str(UNITS), "--tasks", str(TASKS), "--seed", "1"],
        environment)
    Run(export, environment)
    flatten = pathlib.Path(__file__).with_name("flatten-xlsx.py")
    subprocess.run(["/usr/bin/python3", str(flatten), out, cells], check=True)
    pairs = run_pairs(
        count,
        lambda: Run(export, environment),
        lambda: Run([str(build / "tests/bench/floor-xlsx"), cells, floor_out], environment))
    yield row(f"summary of {UNITS} × {TASKS}", "ms",
              [(ours.seconds * 1000, floor.seconds * 1000) for ours, floor in pairs])
    yield row("memory of that export", "MiB",
              [(ours.mebibytes, floor.mebibytes) for ours, floor in pairs])


def numbers_of(build, environment, name, *arguments):
    """What a benchmark that pairs its own runs says: NAME OURS FLOOR RATIO."""
    said = subprocess.run([str(build / "tests/bench" / name), *map(str, arguments)], check=True,
                          env=dict(environment, LC_ALL="C.UTF-8"),
                          capture_output=True, text=True).stdout
    return map(float, said.split()[1:4])


def bench_grid(build, environment):
    yield ("jump in the grid", "ms", *numbers_of(build, environment, "bench-grid"))


def bench_table(build, environment, folder):
    for name, units, tasks in [("60 × 500", 60, 500), ("1,000 × 200", 1000, 200)]:
        yield (f"jump in the table, {name}", "ms",
               *numbers_of(build, environment, "bench-matrix", folder, units, tasks))


def bench_bulk(build, environment, folder):
    """Until the program says that it is saved; the floor is a bare transaction that writes the
    same rows with the same pragmas."""
    yield ("one act over 10,000 lines", "ms",
           *numbers_of(build, environment, "bench-bulk", folder, 10000))


def bench_timeline(build, environment):
    """bench-timeline pairs its own frames too; what the page may take to open is its floor."""
    said = subprocess.run([str(build / "tests/bench/bench-timeline")], check=True,
                          env=dict(environment, LC_ALL="C.UTF-8"),
                          capture_output=True, text=True).stdout
    for line, name in [("scroll", "scroll of 1,000 tasks × 5 years"), ("zoom", "zoom of the same"),
                       ("rows", "frame of 10,000 tasks, of 100")]:
        numbers = re.search(rf"^timeline-{line} (\S+) (\S+) (\S+)$", said, re.M).groups()
        yield (name, "ms", *map(float, numbers))
    opening = float(re.search(r"^timeline-open (\S+)$", said, re.M)[1])
    yield ("timeline page, and its 100 ms", "ms", opening, OPENING_MS, opening / OPENING_MS)


def fill_register(build, environment, folder, lines):
    """A workbook with so many people and a commitment of each, by lists as an office has them."""
    cli, workbook = str(build / "src/sokehoach-cli"), str(folder / "register.skh")
    people, commitments = folder / "people.csv", folder / "commitments.csv"
    units = ("DU-PHO-HOA", "DU-PHO-MINH", "DU-PHO-VAN", "DU-PHO-AN")
    names = [f"{('Nguyễn', 'Trần', 'Lê', 'Võ')[i % 4]} Mẫu {i}" for i in range(lines)]
    people.write_text("Họ và tên,Đơn vị,Chi bộ\n" + "".join(
        f"{name},{units[i % 4]},Chi bộ {i % 12}\n" for i, name in enumerate(names)),
        encoding="utf-8")
    commitments.write_text("Họ và tên,Đơn vị,Năm,Ngày viết\n" + "".join(
        f"{name},{units[i % 4]},2023,{i % 28 + 1}/{i % 3 + 1}/2023\n"
        for i, name in enumerate(names)), encoding="utf-8")
    Run([cli, "new", workbook, "--template", "duc-pho-2023"], environment)
    Run([cli, "import", "people", workbook, str(people)], environment)
    Run([cli, "import", "commitments", workbook, str(commitments)], environment)
    return workbook


def bench_register(build, environment, folder, lines):
    """bench-register pairs its own pages with bare SQLite that asks for the same rows."""
    said = subprocess.run(
        [str(build / "tests/bench/bench-register"),
         fill_register(build, environment, folder, lines)],
        check=True, env=dict(environment, LC_ALL="C.UTF-8"), capture_output=True, text=True).stdout
    for line, name in [("first-page", "first page"), ("whole", "whole list"),
                       ("sort", "other order"), ("search", "three letters")]:
        numbers = re.search(rf"^register-{line} (\S+) (\S+) (\S+)$", said, re.M).groups()
        yield (f"register, {name}", "ms", *map(float, numbers))


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        return re.search(r"^model name\s*: (.*)$", info.read(), re.M)[1]


def print_rows(rows):
    for name, unit, ours, floor, ratio in rows:
        target = TARGETS.get(name) or (floor + EXPORT_MEBIBYTES) / floor
        print(f"{name:32} {ours:8.1f} {unit:3} {floor:8.1f} {unit:3} {ratio:7.2f} {target:7.2f}"
              f"{'' if ratio <= target else '  over'}", flush=True)


def main(build, count, lines):
    environment = harness.program_environment()
    surroundings = harness.Surroundings(environment)
    try:
        with tempfile.TemporaryDirectory(prefix="sokehoach-bench-") as name:
            folder = pathlib.Path(name)
            workbook = str(folder / "so-2023.skh")
            Run([str(build / "src/sokehoach-cli"), "new", workbook, "--template", "duc-pho-2023"],
                environment)
            print(f"{processor()}, {os.cpu_count()} processors, load "
                  f"{' '.join(f'{load:.2f}' for load in os.getloadavg())}; {count} pairs; "
                  f"renderer {environment['GSK_RENDERER']}, Xvfb {harness.SCREEN}", flush=True)
            print(f"{'':32} {'ours':>12} {'floor':>12} {'ratio':>7} {'target':>7}")
            print_rows(bench_start(build, environment, workbook, count))
            print_rows(bench_summary(build, environment, folder, count))
            print_rows(bench_grid(build, environment))
            print_rows(bench_table(build, environment, folder))
            print_rows(bench_bulk(build, environment, folder))
            print_rows(bench_timeline(build, environment))
            print_rows(bench_register(build, environment, folder, lines))
            print(f"load at the end {os.getloadavg()[0]:.2f}")
    finally:
        surroundings.stop()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), max(7, int(sys.argv[2]) if sys.argv[2:] else 7),
         int(sys.argv[3]) if sys.argv[3:] else LINES)
