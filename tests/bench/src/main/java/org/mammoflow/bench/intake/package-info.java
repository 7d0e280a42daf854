/**
 * How fast durable intake over C-STORE is, as ratios to the physical limit and to other servers in one run.
 *
 * <p>In go the sizes and numbers of associations of docs/performance.md, out comes a table in Markdown. The client
 * sends pre-encoded PDUs, so that the servers are the slower side; every server is a process of its own, so that its
 * CPU time can be told apart.
 */
package org.mammoflow.bench.intake;
