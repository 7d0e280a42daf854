package org.mammoflow.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine's processors, which client and server share. */
final class Processors {

    private static final double TICKS_PER_SECOND = 100;
    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISKS = 5;

    private Processors() {}

    /** Seconds since the machine started in which a processor had nothing to do, summed over all (proc(5), stat). */
    static double idleSeconds() throws IOException {
        String[] all = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
        return (Long.parseLong(all[IDLE]) + Long.parseLong(all[WAITING_FOR_DISKS])) / TICKS_PER_SECOND;
    }

    /** The part of this time, 0 to 1, in which all of them were at work. */
    static double busy(double idleBefore, long wallNanos) throws IOException {
        double whole = Runtime.getRuntime().availableProcessors() * wallNanos / 1e9;
        return Math.max(0, 1 - (idleSeconds() - idleBefore) / whole);
    }
}
