package org.mammoflow.dicom.net.storage;

import static org.mammoflow.dicom.net.upper.PduBytes.MAMMOGRAM;

import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mammoflow.dicom.data.Uid;
import org.mammoflow.dicom.net.upper.Deadlines;

/** What the contracts of the parts need. */
interface StackContract {

    Map<String, List<String>> MAMMOGRAMS = Map.of(MAMMOGRAM, List.of(Uid.EXPLICIT_VR_LITTLE_ENDIAN));
    Deadlines IMPATIENT = new Deadlines(
            Duration.ofMillis(500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(1500),
            Duration.ofMillis(300));

    /** The one that has to keep the contract. */
    StorageStack stack();

    /** Its SCP. */
    default RunningScp start() {
        return RunningScp.on(stack(), config -> config);
    }

    static StoreItem item(String sopInstanceUid) {
        return new StoreItem(MAMMOGRAM, sopInstanceUid, Uid.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }
}
