/**
 * The whole path against a running server: from the C-STORE to the visible finding, beside bare ONNX Runtime in the same run.
 *
 * <p>In: the data folder of a running server. Out: a Markdown table. Never: a verdict; the numbers are for people.
 */
package org.mammoflow.bench.path;
