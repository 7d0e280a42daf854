/**
 * The DICOM upper layer (PS3.8): connections become associations.
 *
 * <p>In come TCP or TLS connections and the PDUs on them; out go negotiated associations with presentation data values
 * to read and write, and {@link org.mammoflow.dicom.net.upper.AssociationListener} events. The state machine of PS3.8
 * 9.2 is {@link org.mammoflow.dicom.net.upper.StateTable}, a table of data.
 *
 * <p>It never knows a DIMSE command, never allocates from a length that a peer declares, never waits without a
 * deadline, and never lets one connection stop another.
 */
package org.mammoflow.dicom.net.upper;
