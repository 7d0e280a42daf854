package org.mammoflow.dicom.net.upper;

/**
 * SCP/SCU role selection (PS3.7 D.3.3.4).
 *
 * @param scu the requestor may act as SCU
 * @param scp the requestor may act as SCP
 */
public record RoleSelection(String sopClassUid, boolean scu, boolean scp) {}
