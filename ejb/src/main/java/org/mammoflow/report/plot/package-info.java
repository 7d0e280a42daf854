/**
 * Plots as values: where each bar, line and word stands. Drawn as SVG by pages and into PDF files from the same marks.
 *
 * <p>In: numbers and words. Out: {@link org.mammoflow.report.plot.Plot}s. Never: a number of its own, colour without shape.
 */
package org.mammoflow.report.plot;
