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

/** Who may send images. */
@Named("modalities")
@RequestScoped
public class ModalityScreen {

    @Inject
    Modalities modalities;

    @Inject
    Words words;

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
        try {
            modalities.enter(aeTitle, description, ModalityAddress.parse(host, port));
            Notices.done(words.of("admin.modality.entered", aeTitle.strip()));
            aeTitle = "";
            description = "";
            host = "";
            port = "";
        } catch (InvalidAeTitle e) {
            Notices.refuse(words.of("admin.modality.invalid"));
        } catch (InvalidAddress e) {
            Notices.refuse(words.of("admin.modality.address.invalid"));
        }
    }

    public void remove(String title) {
        modalities.remove(title);
        Notices.done(words.of("admin.modality.removed", title));
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
