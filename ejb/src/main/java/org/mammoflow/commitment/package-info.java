/**
 * Storage commitment: promises to modalities that their objects are kept for good (PS3.4 Annex J).
 *
 * <p>In: requests from the DICOM port, each a row before it is answered. Out: reports, on the association of the request
 * or on one of their own to the modality's address, retried until it has taken them, across restarts. Never: "committed"
 * for an object whose row is not committed or whose file does not have the SHA-256 that it came with.
 */
package org.mammoflow.commitment;
