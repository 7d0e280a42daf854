package org.mammoflow.bench.intake;

/** One run of a workload; CPU seconds are the server's, busy is the share of the machine's processor time that was used. */
record Sample(Workload workload, long wallNanos, long medianReplyNanos, double cpuSeconds, double busy) {

    double megabytesPerSecond() {
        return workload.totalBytes() / 1e6 / (wallNanos / 1e9);
    }

    double medianReplyMillis() {
        return medianReplyNanos / 1e6;
    }

    double cpuSecondsPerGigabyte() {
        return cpuSeconds / (workload.totalBytes() / 1e9);
    }
}
