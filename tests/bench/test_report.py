"""What is measured is kept, and told in the section of its own."""

import subprocess

import pytest

from bench import machine, report
from bench.asking import figures
from bench.outcome import least, most
from launcher.config import Unfit


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BENCH_DIR", str(tmp_path))
    return tmp_path


def test_a_run_cut_short_measures_only_what_is_missing():
    report.Results("one", anew=False).measure("article", lambda: 1)
    again = report.Results("one", anew=False)
    assert again.measure("article", lambda: pytest.fail("measured twice")) == 1
    assert report.Results("one", anew=True).measure("article", lambda: 2) == 2


def test_a_section_takes_its_own_place(folder):
    page = folder / "benchmarks.md"
    page.write_text("# Benchmarks\nWords.\n\n## Search\nTheirs.\n\n## Growth\nold\n\n## Last\nz\n")
    told = report.table(["", "ms"], [["home", report.figure(12.345)]])
    report.section("Growth", "make bench-growth", ["A note."], told, page=page)
    text = page.read_text()
    assert "old" not in text
    assert "## Search\nTheirs.\n\n## Growth\n`make bench-growth`. " in text
    assert "- A note.\n\n|  | ms |\n| --- | ---: |\n| home | 12.3 |\n\n## Last\nz\n" in text


def wrk(result, code=0):
    return subprocess.CompletedProcess([], code, stdout=result, stderr="broken")


def test_figures_are_for_each_second_of_processor_time():
    found = figures("portal", wrk("Running\nRESULT 1000 8000000 1500 9000 0 5000000\n"), 4)
    assert (found.per_cpu_second, found.median_ms, found.p99_ms) == (250, 1.5, 9)
    assert (found.bytes, found.requests) == (5000, 1000)


@pytest.mark.parametrize("done", [wrk("RESULT 10 8 1 9 2 5\n"), wrk("", 1)])
def test_faults_are_no_figures(done):
    with pytest.raises(Unfit, match="portal"):
        figures("portal", done, 4)


def test_goals_say_whether_they_are_met():
    assert least("rate", 251, 250) == ["rate", "251", "≥ 250", "yes"]
    assert most("memory", 181, 180)[-1] == "**no**"


def test_processor_time_of_children_counts():
    child = subprocess.Popen(["sh", "-c", "while :; do :; done"])
    try:
        assert child.pid in machine.descendants(child.pid)
        while machine.cpu_seconds([child.pid]) == 0:
            pass
    finally:
        child.kill()
        child.wait()
