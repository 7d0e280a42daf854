package org.mammoflow.inference;

/** A worker's hold on a job; it fences off a worker that comes back after its lease was given to another. */
record ClaimedJob(long id, long instanceId, int attempt, String owner) {}
