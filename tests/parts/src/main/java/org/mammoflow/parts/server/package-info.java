/**
 * A real server for tests: in, options of {@code ./mammoflow run}; out, addresses, credentials, files and the process itself.
 * It starts what users start and never reaches into the running application by another way than its doors.
 */
package org.mammoflow.parts.server;
