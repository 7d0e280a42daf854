package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;

/** The search for a patient or accession number: sent in a form's body, kept in the session, never in an address. */
@Named("identitySearch")
@RequestScoped
public class IdentitySearch {

    @Inject
    Searches searches;

    @Inject
    WorklistScreen worklist;

    private String patientId = "";
    private String issuer = "";
    private String accessionNumber = "";
    private String list = "";

    /** Goes to the list that was filtered so far, now for this identity. */
    public void find() throws IOException {
        go(searches.keep(new SearchedIdentity(patientId.strip(), issuer.strip(), accessionNumber.strip())));
    }

    private void go(Optional<String> name) throws IOException {
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(WorklistAddress.parse(list).searching(name).link());
    }

    public String getPatientId() {
        return worklist.searched().patientIdText();
    }

    public void setPatientId(String patientId) {
        this.patientId = patientId;
    }

    public String getIssuer() {
        return worklist.searched().issuerText();
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer == null ? "" : issuer;
    }

    public String getAccessionNumber() {
        return worklist.searched().accessionNumberText();
    }

    public void setAccessionNumber(String accessionNumber) {
        this.accessionNumber = accessionNumber;
    }

    /** The query of the list that the search starts from. */
    public String getList() {
        return worklist.address().query();
    }

    public void setList(String list) {
        this.list = list;
    }
}
