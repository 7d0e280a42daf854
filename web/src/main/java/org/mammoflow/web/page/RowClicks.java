package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Buttons in the rows of lists. Each is known by its row, so a click counts only while the rows are those that the page has
 * shown; and a button of a row that is no more Faces does not hear at all, which must not look as if something was done.
 */
@Named("rowClicks")
@RequestScoped
public class RowClicks {

    @Inject
    Words words;

    private boolean sent;
    private boolean heard;

    /** The rows that the page has shown, as its hidden field tells them. */
    RowsShown sent(String text) {
        sent = true;
        return RowsShown.parse(text == null ? "" : text);
    }

    /** Does what a click means when each row is where it was, and otherwise says that it was not done. */
    void hear(RowsShown shown, RowsShown now, Runnable meant) {
        heard();
        if (shown.haveTheSameNamesAs(now)) {
            meant.run();
        } else {
            Notices.refuse(words.of("rows.changed"));
        }
    }

    void heard() {
        heard = true;
    }

    /** Before the page is drawn. */
    public void tellUnheard() {
        if (sent && !heard) {
            Notices.refuse(words.of("rows.changed"));
        }
    }
}
