/**
 * Stores every object once: temporary file, SHA-256, fsync, rename, row.
 *
 * <p>In: a data set as it arrives. Out: a {@link org.mammoflow.instance.StoreOutcome} and, in the same transaction, the
 * event {@link org.mammoflow.instance.InstanceStored}. Never: a file name built from a received value, a changed or
 * replaced object, "stored" before file and row are safe.
 */
package org.mammoflow.instance;
