/**
 * Opens the DICOM port, accepts associations, maps each outcome to one DIMSE status.
 *
 * <p>In: associations. Out: calls to {@code instance}, statuses on the wire, audit rows of refusals. Never: a rule about
 * what an image means, an answer of Success that {@code instance} did not give.
 */
package org.mammoflow.intake;
