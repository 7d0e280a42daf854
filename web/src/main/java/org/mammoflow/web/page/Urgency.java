package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.mammoflow.review.Claiming;

/** Marks a case of the list urgent, or no longer so. */
@Named("urgency")
@RequestScoped
public class Urgency {

    @Inject
    Claiming claiming;

    @Inject
    WorklistScreen worklist;

    private String studyInstanceUid = "";
    private boolean urgent;
    private String reason = "";
    private String list = "";

    public void mark() throws IOException {
        claiming.markUrgent(studyInstanceUid, urgent, reason);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(WorklistAddress.parse(list).link());
    }

    public String getStudyInstanceUid() {
        return studyInstanceUid;
    }

    public void setStudyInstanceUid(String studyInstanceUid) {
        this.studyInstanceUid = studyInstanceUid;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getList() {
        return worklist.address().query();
    }

    public void setList(String list) {
        this.list = list;
    }
}
