"""`python3 -m launcher`, with any Python: fill .venv, then go on inside it (launcher/run.py).

`python3 -m launcher requirements-dev.txt` only fills .venv, with what developers need.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the only file that an older Python may reach
    sys.exit("Cần Python 3.11 trở lên; hãy cài rồi gọi: make run PYTHON=/đường/dẫn/python3.11")

import os

from launcher import config, environment, process


def main(arguments):
    process.stop_on_signals()
    config.check_folder()
    if arguments:
        environment.install(arguments[0])
    else:
        config.listen().close()  # a taken port is told before a minute of installing
        environment.install("requirements.txt")
        continue_inside()


def continue_inside():
    python = str(environment.PYTHON)
    os.execve(python, [python, "-m", "launcher.run"], os.environ | {"PYTHONUTF8": "1"})  # noqa: S606


try:
    main(sys.argv[1:])
except KeyboardInterrupt:
    sys.exit(130)
