package org.mammoflow.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Progress of a number of steps: a bar on a terminal, otherwise one line for each tenth. Safe for several threads. */
public final class Progress {
    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final String what;
    private final int total;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private int done;
    private int tenth;

    /** @param what the steps are, in the plural: "images" */
    public Progress(PrintWriter out, String what, int total) {
        this(out, what, total, System.console() != null);
    }

    Progress(PrintWriter out, String what, int total, boolean terminal) {
        this.out = out;
        this.what = what;
        this.total = total;
        this.terminal = terminal;
    }

    /** One more step is done. */
    public synchronized void step() {
        done++;
        if (terminal) {
            out.printf("\r%s %s ", bar(), counted());
        } else if (done * 10 / total > tenth) {
            tenth = done * 10 / total;
            out.println(counted());
        }
        if (terminal && done == total) {
            out.println();
        }
        out.flush();
    }

    /** Something worth a line of its own; the bar goes on below it. */
    public synchronized void say(String line) {
        out.println(terminal ? "\r" + line + " ".repeat(Math.max(0, WIDTH + 40 - line.length())) : line);
        out.flush();
    }

    private String bar() {
        int filled = done * WIDTH / total;
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "]";
    }

    private String counted() {
        Duration gone = Duration.ofNanos(System.nanoTime() - began);
        double secondsLeft = gone.toMillis() / 1000.0 / done * (total - done);
        String left = done == total ? "" : String.format(Locale.ROOT, ", about %.0f s left", secondsLeft);
        return String.format(Locale.ROOT, "%d of %d %s%s", done, total, what, left);
    }
}
