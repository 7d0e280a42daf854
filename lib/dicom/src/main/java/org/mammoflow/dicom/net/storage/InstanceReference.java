package org.mammoflow.dicom.net.storage;

/** A reference to a SOP instance (PS3.3 10.8). */
public record InstanceReference(String sopClassUid, String sopInstanceUid) {}
