package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.intake.InvalidAddress;
import org.mammoflow.intake.InvalidAeTitle;
import org.mammoflow.intake.KnownModality;
import org.mammoflow.intake.Modalities;
import org.mammoflow.intake.ModalityAddress;
import org.mammoflow.intake.ModalityOutcome;

/** Who may send images. */
@Named("modalities")
@RequestScoped
public class ModalityScreen {

    @Inject
    Modalities modalities;

    @Inject
    RowClicks clicks;

    @Inject
    Words words;

    private RowsShown shown = RowsShown.NONE;
    private String aeTitle = "";
    private String description = "";
    private String host = "";
    private String port = "";

    public List<KnownModality> all() {
        return modalities.all();
    }

    /** Host and port, or nothing. */
    public String address(KnownModality known) {
        return known.address().map(at -> at.host() + ":" + at.port()).orElse("");
    }

    public boolean acceptsAnyCaller() {
        return modalities.acceptsAnyCaller();
    }

    public void enter() {
        clicks.heard();
        try {
            String title = aeTitle.strip();
            ModalityOutcome outcome =
                    modalities.enter(title, description, ModalityAddress.parse(host, port), shown.of(title));
            if (outcome instanceof ModalityOutcome.Entered) {
                clear();
            }
            tell(title, outcome);
        } catch (InvalidAeTitle e) {
            Notices.refuse(words.of("admin.modality.invalid"));
        } catch (InvalidAddress e) {
            Notices.refuse(words.of("admin.modality.address.invalid"));
        }
    }

    public void remove(String title) {
        clicks.hear(shown, rows(), () -> tell(title, modalities.remove(title, shown.of(title))));
    }

    private void tell(String title, ModalityOutcome outcome) {
        if (outcome instanceof ModalityOutcome.Entered) {
            Notices.done(words.of("admin.modality.entered", title));
        } else if (outcome instanceof ModalityOutcome.Removed) {
            Notices.done(words.of("admin.modality.removed", title));
        } else if (outcome instanceof ModalityOutcome.LastOne) {
            Notices.refuse(words.of("admin.modality.last", title));
        } else {
            Notices.refuse(words.of("admin.modality.changed", title));
        }
    }

    private void clear() {
        aeTitle = "";
        description = "";
        host = "";
        port = "";
    }

    private RowsShown rows() {
        return RowsShown.of(all(), KnownModality::aeTitle, KnownModality::seen);
    }

    /** The rows of the page that is being drawn. */
    public String getShown() {
        return rows().text();
    }

    public void setShown(String shown) {
        this.shown = clicks.sent(shown);
    }

    public String getAeTitle() {
        return aeTitle;
    }

    public void setAeTitle(String aeTitle) {
        this.aeTitle = aeTitle == null ? "" : aeTitle;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description == null ? "" : description;
    }

    public String getHost() {
        return host;
    }

    public void setHost(String host) {
        this.host = host == null ? "" : host;
    }

    public String getPort() {
        return port;
    }

    public void setPort(String port) {
        this.port = port == null ? "" : port;
    }
}
