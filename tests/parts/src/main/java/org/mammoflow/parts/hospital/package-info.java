/**
 * The hospital around a server under test: in, its addresses; out, mammograms that a modality sends, a browser, what REST
 * answers, and what the files and the stopped database hold. It judges nothing: that is for the tests.
 */
package org.mammoflow.parts.hospital;
