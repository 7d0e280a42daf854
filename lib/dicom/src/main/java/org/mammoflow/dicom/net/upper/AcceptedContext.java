package org.mammoflow.dicom.net.upper;

/** A presentation context that both sides agreed on. */
public record AcceptedContext(int id, String abstractSyntax, String transferSyntax) {}
