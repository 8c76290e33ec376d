# SPDX-License-Identifier: GPL-2.0-or-later
"""What a program's help says that it knows, for the tests of what is installed beside the programs."""
import os
import re
from subprocess import PIPE, run

os.environ["LC_ALL"] = "C"  # English, whoever runs this


class ProgramHelp:
    def __init__(self, program):
        self.program = program

    def options(self, command=None):
        """The options' long names, without the dashes."""
        text = self._text(command)
        return set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", text, re.M)) | set(re.findall(r"--(no-\w+) is never", text))

    def commands(self):
        listed = self._text().split("Commands")[1].split("\n\n")[0]
        return re.findall(r"^  ([a-z]+) ", listed, re.M)

    def writes(self, command):
        return "Options of every command that writes" in self._text(command)

    def complaint(self, *arguments):
        """What the program says of a value that does not exist: it names those that do."""
        return run([self.program, *arguments], stderr=PIPE, text=True).stderr

    def _text(self, command=None):
        arguments = ["help", command] if command else ["--help"]
        return run([self.program, *arguments], stdout=PIPE, text=True, check=True).stdout
