/**
 * The storage service class (PS3.4 Annex B), its commitment (Annex J) and verification (Annex A).
 *
 * <p>In come objects from modalities, out go their data sets as channels to a
 * {@link org.mammoflow.dicom.net.storage.StorageHandler}, whose answer becomes the status on the wire; and objects of
 * ours to a PACS.
 *
 * <p>It never stores anything itself, never answers Success before the handler did, and never lets a UID that breaks
 * PS3.5 9.1 reach the handler.
 */
package org.mammoflow.dicom.net.storage;
