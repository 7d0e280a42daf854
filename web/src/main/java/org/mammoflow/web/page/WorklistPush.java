package org.mammoflow.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import org.mammoflow.review.WorklistChanged;

/** Tells open pages that a case changed, after the change is committed. Pages also ask by themselves, so none may fail. */
@ApplicationScoped
public class WorklistPush {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.web");

    @Inject
    @Push(channel = "worklist")
    PushContext channel;

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorklistChanged change) {
        try {
            channel.send(change.studyInstanceUid());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "worklist change not pushed, pages will ask", e);
        }
    }
}
