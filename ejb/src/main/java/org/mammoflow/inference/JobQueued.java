package org.mammoflow.inference;

/** A job is due; fired inside the transaction that made it so. */
record JobQueued(long jobId) {}
