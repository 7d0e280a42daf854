/**
 * Where a handler may put what arrives: a file, written once from front to end, and its SHA-256.
 *
 * <p>In comes a data set as a channel, out go a file and its digest, in one pass and in bounded memory.
 *
 * <p>It never calls a file durable that nobody has forced, and never decides under which name a file stays.
 */
package org.mammoflow.dicom.net.storage.disk;
