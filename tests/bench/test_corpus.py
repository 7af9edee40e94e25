"""The generator's files are read while they grow."""

import pytest

from bench.corpus import Corpus
from launcher.config import Unfit

SLOWLY = """
import pathlib, sys, time
articles, papers, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
with open(folder / "articles.jsonl", "wb", buffering=0) as file:
    for number in range(articles):
        file.write('"ế'.encode()[:2])
        time.sleep(0.3)
        file.write('"ế'.encode()[2:] + f'{number}"\\n'.encode())
(folder / "documents.jsonl").write_text('{}' + chr(10))
sys.exit(articles > 5)
"""


@pytest.fixture(autouse=True)
def generator(tmp_path, monkeypatch):
    path = tmp_path / "generator.py"
    path.write_text(SLOWLY)
    monkeypatch.setenv("BENCH_CORPUS", str(path))


def test_lines_come_whole_and_in_order(tmp_path):
    corpus = Corpus(tmp_path / "corpus", 4, 1)
    with corpus.being_written():
        assert [*corpus.lines("articles.jsonl", 1, 4)] == [f'"ế{n}"\n'.encode() for n in (1, 2, 3)]
        assert [*corpus.lines("documents.jsonl", 0, 1)] == [b"{}\n"]
    assert corpus.whole.exists()


def test_a_finished_corpus_is_not_written_again(tmp_path, monkeypatch):
    corpus = Corpus(tmp_path / "corpus", 1, 1)
    with corpus.being_written():
        assert [*corpus.lines("articles.jsonl", 0, 1)]
    monkeypatch.setenv("BENCH_CORPUS", "/nowhere")
    with corpus.being_written():
        assert [*corpus.lines("articles.jsonl", 0, 1)] == ['"ế0"\n'.encode()]


def test_a_generator_that_fails_is_told_of(tmp_path):
    corpus = Corpus(tmp_path / "corpus", 6, 1)
    with pytest.raises(Unfit, match="too early"), corpus.being_written():
        list(corpus.lines("articles.jsonl", 0, 7))
    assert not corpus.whole.exists()


def test_a_missing_generator_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("BENCH_CORPUS", "/nowhere/make_corpus.py")
    with pytest.raises(Unfit, match="BENCH_CORPUS"), Corpus(tmp_path / "c", 1, 1).being_written():
        pass
