/**
 * Passes the audit trail on to the hospital's collector: DICOM audit messages (PS3.15 A.5) over syslog and TLS (RFC 5424,
 * RFC 5425).
 *
 * <p>In: committed rows of the trail, which itself is the spool, and a collector's address. Out: one message for each row, in
 * order, at least once; how many still wait. Never: a row that waits for the network, a message that counts as delivered
 * before the collector has read it, a patient's name or identifier.
 */
package org.mammoflow.audit.feed;
