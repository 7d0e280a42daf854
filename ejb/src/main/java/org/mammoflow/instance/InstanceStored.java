package org.mammoflow.instance;

/** A new instance was stored; fired inside the transaction that stores its row. */
public record InstanceStored(long instanceId) {}
