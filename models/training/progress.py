"""A progress bar with the time left; one line for each step where there is no terminal."""

import sys
import time

WIDTH = 30


class Progress:
    def __init__(self, title, steps, done=0):
        self.title, self.steps, self.done = title, steps, done
        self.first, self.start, self.note = done, time.monotonic(), ""
        self.terminal = sys.stderr.isatty()

    def step(self, note=""):
        self.done += 1
        self.note = note or self.note
        if self.terminal:
            sys.stderr.write("\r\x1b[K" + self.line())
            sys.stderr.flush()

    def line(self):
        filled = WIDTH * self.done // self.steps
        bar = "█" * filled + "░" * (WIDTH - filled)
        return f"{self.title} {bar} {self.done}/{self.steps}, {self.left()} left {self.note}"

    def left(self):
        seconds = (time.monotonic() - self.start) / max(self.done - self.first, 1) * (self.steps - self.done)
        minutes, seconds = divmod(round(seconds), 60)
        return f"{minutes} min" if minutes >= 10 else f"{minutes}:{seconds:02d}"

    def say(self, text):
        """A line that stays."""
        sys.stderr.write(("\r\x1b[K" if self.terminal else "") + text + f" ({self.left()} left)\n")
        sys.stderr.flush()
