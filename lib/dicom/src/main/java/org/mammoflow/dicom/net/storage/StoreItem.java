package org.mammoflow.dicom.net.storage;

/** What is to be stored with a peer: its SOP class and instance, and the transfer syntax that its data set has. */
public record StoreItem(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {}
