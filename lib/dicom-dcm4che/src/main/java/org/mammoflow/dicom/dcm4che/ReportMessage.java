package org.mammoflow.dicom.dcm4che;

import java.io.IOException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.DataWriter;
import org.dcm4che3.net.PDVOutputStream;
import org.mammoflow.dicom.data.DataSetWriter;
import org.mammoflow.dicom.data.TransferSyntax;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.storage.CommitmentReport;

/** An N-EVENT-REPORT-RQ: its command, and its event information as it goes out. */
record ReportMessage(CommitmentReport report, int messageId) implements DataWriter {

    Attributes command() {
        return Commands.mkNEventReportRQ(
                messageId,
                Uid.STORAGE_COMMITMENT_PUSH_MODEL,
                Uid.STORAGE_COMMITMENT_PUSH_MODEL_INSTANCE,
                report.eventType(),
                new Attributes());
    }

    @Override
    public void writeTo(PDVOutputStream out, String transferSyntaxUid) throws IOException {
        out.write(new DataSetWriter(TransferSyntax.of(transferSyntaxUid).orElseThrow()).toBytes(report.information()));
    }
}
