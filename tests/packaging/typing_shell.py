# SPDX-License-Identifier: GPL-2.0-or-later
"""Shells that are asked what they would complete."""
import os
import pty
import select
import shlex
import subprocess
import time
from pathlib import Path


class TypingShell:
    """An interactive shell of the readline kind at the end of a terminal. Meta-* must put all
    matches into its line; `script` prepares it."""

    PATIENCE = 20  # seconds

    def __init__(self, command, script, environment, folder):
        self.answer = Path(folder) / "answer"
        prepared = Path(folder) / "prepare"
        quoted = shlex.quote(str(self.answer))
        # What the line has become, as the program would get it.
        tell = f"tell() {{ printf '%s\\0' \"$@\" >{quoted}.new; mv {quoted}.new {quoted}; }}\n"
        prepared.write_text(script + tell, encoding="utf-8")
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self._enter(f"source {shlex.quote(str(prepared))}; tell ready\n")

    def completions(self, before, word):
        """The words that `word` may go on to behind the words of `before`; none if the shell has none."""
        words = self._enter(f"{before} {word}\x1b*\x01tell \n")[len(shlex.split(before)) :]
        return [] if words == shlex.split(word) else words

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)

    def _enter(self, keys):
        self.answer.unlink(missing_ok=True)
        os.write(self.terminal, keys.encode())
        deadline = time.monotonic() + self.PATIENCE
        shown = b""
        while not self.answer.exists():
            if time.monotonic() > deadline:
                raise TimeoutError(f"no answer to {keys!r}; the terminal shows {shown[-500:]!r}")
            # Nobody else reads what the shell shows; it would stand still.
            if select.select([self.terminal], [], [], 0.02)[0]:
                shown += os.read(self.terminal, 65536)
        return self.answer.read_text(encoding="utf-8").split("\0")[:-1]


class Fish:
    """Fish tells by itself what it would complete."""

    def __init__(self, command, script, environment, folder):
        self.command, self.script, self.environment, self.folder = command, script, environment, folder

    def completions(self, before, word):
        script = f"{self.script}; complete -C $argv[1]"
        told = subprocess.run(
            [*self.command, "-c", script, f"{before} {word}"],
            env=self.environment, cwd=self.folder, stdout=subprocess.PIPE, text=True, check=True,
        ).stdout  # fmt: skip
        return [line.split("\t")[0] for line in told.splitlines()]

    def close(self):
        pass
