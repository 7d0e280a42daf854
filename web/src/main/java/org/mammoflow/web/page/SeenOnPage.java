package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mammoflow.review.CaseSeen;

/**
 * What the reader had before her eyes when she pressed a button of the case page: it travels in a hidden field of each form.
 * What the server drew last is not enough: its answer may never have arrived, or the browser may show an older page again.
 */
@Named("seen")
@RequestScoped
public class SeenOnPage {

    @Inject
    CaseScreen reading;

    private CaseSeen sent = CaseSeen.parse("");

    /** Nothing when the page did not say. */
    CaseSeen sent() {
        return sent;
    }

    /** Whether the page showed what was drawn last: its rows are those by which a click is understood. */
    boolean isDrawnLast() {
        return sent.equals(reading.seen());
    }

    /** Of the page that is being drawn. */
    public String getText() {
        return reading.seen().text();
    }

    public void setText(String text) {
        sent = CaseSeen.parse(text == null ? "" : text);
    }
}
