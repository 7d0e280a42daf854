package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.mammoflow.finding.Disagreement;
import org.mammoflow.finding.DisagreementPage;
import org.mammoflow.finding.ShadowReading;
import org.mammoflow.finding.ShadowTally;

/** Where the active network and its shadow do not say the same; for auditors. */
@Named("shadow")
@RequestScoped
public class ShadowScreen {

    private static final int SIZE = 50;

    @Inject
    ShadowReading reading;

    @Inject
    Words words;

    private int page;
    private DisagreementPage found;

    @PostConstruct
    void read() {
        page = new Parameters(
                        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()::get)
                .page();
        found = reading.disagreements(pager(0).first(), SIZE);
    }

    public List<ShadowTally> tallies() {
        return reading.tallies();
    }

    public List<Disagreement> rows() {
        return found.rows();
    }

    public Pager pager() {
        return pager(found.total());
    }

    /** The active network's opinion in words. */
    public String active(Disagreement row) {
        return opinion(row.activeBand(), row.activeMalignancy());
    }

    /** The shadow's opinion in words. */
    public String shadow(Disagreement row) {
        return opinion(row.shadowBand(), row.shadowMalignancy());
    }

    public String view(Disagreement row) {
        return ViewName.of(Optional.ofNullable(row.imageLaterality()), Optional.ofNullable(row.viewCode()))
                .text();
    }

    private String opinion(String band, Double malignancy) {
        return band == null
                ? words.of("band.NO_OPINION")
                : words.ofCode("band", band) + " · " + words.percent(malignancy);
    }

    private Pager pager(long total) {
        return new Pager(page, SIZE, total, "shadow.xhtml");
    }
}
