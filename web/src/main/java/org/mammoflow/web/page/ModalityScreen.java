package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mammoflow.intake.InvalidAeTitle;
import org.mammoflow.intake.KnownModality;
import org.mammoflow.intake.Modalities;

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

    public List<KnownModality> all() {
        return modalities.all();
    }

    public boolean acceptsAnyCaller() {
        return modalities.acceptsAnyCaller();
    }

    public void enter() {
        try {
            modalities.enter(aeTitle, description);
            Notices.done(words.of("admin.modality.entered", aeTitle.strip()));
            aeTitle = "";
            description = "";
        } catch (InvalidAeTitle e) {
            Notices.refuse(words.of("admin.modality.invalid"));
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
}
