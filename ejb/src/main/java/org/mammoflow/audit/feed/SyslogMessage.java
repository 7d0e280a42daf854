package org.mammoflow.audit.feed;

import java.nio.charset.StandardCharsets;
import org.mammoflow.chain.AuditEntry;

/** A message as syslog carries it: header (RFC 5424), byte order mark, XML, framed by its length (RFC 5425). */
final class SyslogMessage {

    // Facility 10 (security), severity 5 (notice).
    private static final int PRIORITY = 10 * 8 + 5;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SyslogMessage() {}

    /**
     * @param hostName ours
     * @param processId ours
     */
    static byte[] frame(AuditEntry entry, String hostName, long processId) {
        String header = "<%d>1 %s %s mammoflow %d DICOM+RFC3881 - "
                .formatted(PRIORITY, entry.recordedAt(), printable(hostName), processId);
        byte[] message = (header + BYTE_ORDER_MARK + DicomAuditMessage.of(entry)).getBytes(StandardCharsets.UTF_8);
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[length.length + message.length];
        System.arraycopy(length, 0, frame, 0, length.length);
        System.arraycopy(message, 0, frame, length.length, message.length);
        return frame;
    }

    private static String printable(String name) {
        String printable = name.replaceAll("[^\\x21-\\x7E]", "");
        return printable.isEmpty() ? "-" : printable;
    }
}
