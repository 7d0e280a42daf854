package org.mammoflow.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.mammoflow.dicom.net.storage.CommitmentReport;
import org.mammoflow.dicom.net.storage.CommitmentResult;
import org.mammoflow.dicom.net.storage.CommitmentResult.Failed;
import org.mammoflow.dicom.net.storage.InstanceReference;
import org.mammoflow.instance.Fixity;

/** Says for every object whether it is kept, as of now. */
@ApplicationScoped
public class Deciding {

    @Inject
    Fixity fixity;

    /** Reads every object's file: seconds for a study. */
    CommitmentReport decide(String transactionUid, List<InstanceReference> instances) {
        List<InstanceReference> committed = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (InstanceReference instance : instances) {
            switch (fixity.check(instance.sopClassUid(), instance.sopInstanceUid())) {
                case KEPT -> committed.add(instance);
                case NOT_STORED -> failed.add(new Failed(instance, Failed.NO_SUCH_OBJECT_INSTANCE));
                case OTHER_SOP_CLASS -> failed.add(new Failed(instance, Failed.CLASS_INSTANCE_CONFLICT));
                case DAMAGED -> failed.add(new Failed(instance, Failed.PROCESSING_FAILURE));
            }
        }
        return new CommitmentReport(transactionUid, new CommitmentResult(committed, failed));
    }
}
