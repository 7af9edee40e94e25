import pytest

from launcher import environment, process


@pytest.fixture
def steps(monkeypatch, tmp_path):
    """The steps that an installation takes, in a checkout of its own, without taking them."""
    taken = []
    venv = tmp_path / ".venv"
    for name in ("requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_text(f"{name}\n")
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "STAMP", venv / ".installed")
    monkeypatch.setattr(environment, "runs", lambda: True)

    def step(what, argv, log, **options):
        venv.mkdir(exist_ok=True)
        taken.append("venv" if "venv" in argv else argv[-1].name)

    monkeypatch.setattr(process, "run_step", step)
    return taken


def test_a_bare_checkout_gets_an_environment_and_the_second_run_does_nothing(steps):
    environment.install("requirements.txt")
    environment.install("requirements.txt")
    assert steps == ["venv", "requirements.txt"]


def test_a_changed_lock_is_installed_into_the_same_environment(steps):
    environment.install("requirements.txt")
    (environment.CHECKOUT / "requirements.txt").write_text("newer\n")
    environment.install("requirements.txt")
    assert steps == ["venv", "requirements.txt", "requirements.txt"]


def test_the_developers_lock_serves_production_too(steps):
    environment.install("requirements-dev.txt")
    environment.install("requirements.txt")
    assert steps == ["venv", "requirements-dev.txt"]


def test_an_interrupted_installation_is_begun_anew(steps, monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    environment.install("requirements.txt")
    (environment.CHECKOUT / "requirements.txt").write_text("newer\n")
    with monkeypatch.context() as patch:
        patch.setattr(process, "run_step", interrupted)
        with pytest.raises(KeyboardInterrupt):
            environment.install("requirements.txt")
    environment.install("requirements.txt")
    assert steps[2:] == ["venv", "requirements.txt"]


def test_an_environment_whose_python_is_gone_is_made_anew(steps, monkeypatch):
    environment.install("requirements.txt")
    monkeypatch.setattr(environment, "runs", lambda: False)
    environment.install("requirements.txt")
    assert steps[2:] == ["venv", "requirements.txt"]


def test_an_environment_that_was_moved_is_made_anew(steps):
    environment.install("requirements.txt")
    lines = environment.STAMP.read_text().splitlines()
    environment.STAMP.write_text("\n".join(["/elsewhere/.venv", *lines[1:]]))
    environment.install("requirements.txt")
    assert steps[2:] == ["venv", "requirements.txt"]


def test_a_python_without_venv_is_told_what_to_install(steps, monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=r"apt install python3\.\d+-venv"):
        environment.install("requirements.txt")
