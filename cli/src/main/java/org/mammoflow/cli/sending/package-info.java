/**
 * Sending objects by C-STORE and telling what came of each.
 *
 * <p>In: objects in memory or files, and a peer. Out: C-STORE requests, progress, and for each refusal its status with
 * a remedy.
 *
 * <p>Never: changes an object on its way, or counts one as stored that the peer has not acknowledged.
 */
package org.mammoflow.cli.sending;
