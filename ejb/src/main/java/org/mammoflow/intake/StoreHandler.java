package org.mammoflow.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ReadableByteChannel;
import org.mammoflow.dicom.net.storage.StorageHandler;
import org.mammoflow.dicom.net.storage.StoreRequest;
import org.mammoflow.dicom.net.storage.StoreResponse;
import org.mammoflow.instance.ReceivedObject;
import org.mammoflow.instance.StoreOutcome;
import org.mammoflow.instance.Storing;

/** Hands each C-STORE to {@code instance} and says the outcome in DIMSE: one status for each. */
@ApplicationScoped
public class StoreHandler implements StorageHandler {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.intake");

    private Storing storing;
    private IntakeSettings settings;

    protected StoreHandler() {}

    @Inject
    StoreHandler(Storing storing, IntakeSettings settings) {
        this.storing = storing;
        this.settings = settings;
    }

    @Override
    public StoreResponse store(StoreRequest request, ReadableByteChannel dataSet) throws IOException {
        long start = System.nanoTime();
        StoreResponse response = response(storing.store(received(request), dataSet));
        LOG.log(
                Level.INFO,
                "assoc=%d sop=%s status=0x%04X took=%dms%s"
                        .formatted(
                                request.association().id(),
                                request.sopInstanceUid(),
                                response.status(),
                                (System.nanoTime() - start) / 1_000_000,
                                response.errorComment().isEmpty()
                                        ? ""
                                        : " reason=\"" + response.errorComment() + "\""));
        return response;
    }

    private static ReceivedObject received(StoreRequest request) {
        return new ReceivedObject(
                request.sopClassUid(),
                request.sopInstanceUid(),
                request.transferSyntaxUid(),
                request.association().callingAeTitle(),
                request.association().remote().getAddress().getHostAddress(),
                request.association().id());
    }

    private StoreResponse response(StoreOutcome outcome) {
        if (outcome instanceof StoreOutcome.Refused refused) {
            return new StoreResponse(status(refused.refusal()), refused.comment());
        }
        if (outcome instanceof StoreOutcome.Conflict) {
            return new StoreResponse(settings.conflictStatus(), "another object is stored under this SOP Instance UID");
        }
        return StoreResponse.success();
    }

    private static int status(StoreOutcome.Refusal refusal) {
        return switch (refusal) {
            case OUT_OF_RESOURCES -> StoreResponse.OUT_OF_RESOURCES;
            case DOES_NOT_MATCH_COMMAND -> StoreResponse.DATA_SET_DOES_NOT_MATCH_SOP_CLASS;
            case CANNOT_UNDERSTAND -> StoreResponse.CANNOT_UNDERSTAND;
        };
    }
}
