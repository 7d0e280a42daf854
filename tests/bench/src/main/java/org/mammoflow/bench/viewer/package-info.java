/** How long a reader waits for pictures and pages, seen from a browser. */
package org.mammoflow.bench.viewer;
