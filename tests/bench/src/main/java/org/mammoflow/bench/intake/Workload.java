package org.mammoflow.bench.intake;

/** What one measurement sends. */
record Workload(int associations, int objectBytes, int objectsPerAssociation) {

    long totalBytes() {
        return (long) associations * objectsPerAssociation * objectBytes;
    }

    int objects() {
        return associations * objectsPerAssociation;
    }

    String name() {
        return (objectBytes >= 1_000_000 ? objectBytes / 1_000_000 + " MB" : objectBytes / 1000 + " kB") + " × "
                + associations;
    }
}
