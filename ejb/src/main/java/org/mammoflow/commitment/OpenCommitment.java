package org.mammoflow.commitment;

import java.util.List;
import org.mammoflow.dicom.net.storage.InstanceReference;

/** A request whose report is to be delivered now. */
record OpenCommitment(long id, String callingAeTitle, String transactionUid, List<InstanceReference> instances) {}
