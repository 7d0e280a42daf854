package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.report.AccessLine;
import org.mammoflow.report.AccessReport;
import org.mammoflow.report.PatientAccess;

/** Who saw what of one patient. The identifier is posted: it must stand in no address. */
@Named("patientAccess")
@RequestScoped
public class AccessScreen {

    @Inject
    PatientAccess access;

    @Inject
    Words words;

    private String patientId = "";
    private String issuer = "";
    private AccessReport report = new AccessReport(List.of(), 0);
    private boolean asked;

    public void ask() {
        report = access.of(patientId, issuer);
        asked = true;
    }

    public boolean isAsked() {
        return asked;
    }

    public List<AccessLine> lines() {
        return report.lines();
    }

    /** Whether there are more rows than are shown. */
    public boolean cut() {
        return !report.isWhole();
    }

    public String cutNote() {
        return words.of("access.cut", report.lines().size(), report.total());
    }

    public String getPatientId() {
        return patientId;
    }

    public void setPatientId(String patientId) {
        this.patientId = patientId == null ? "" : patientId;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer == null ? "" : issuer;
    }
}
