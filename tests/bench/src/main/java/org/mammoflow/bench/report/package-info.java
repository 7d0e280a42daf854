/**
 * Exports of very many findings from a running server whose heap is small.
 *
 * <p>In: a data folder. Out: a Markdown table. Never: a verdict; the numbers are for people.
 */
package org.mammoflow.bench.report;
