package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mammoflow.desk.SavedView;
import org.mammoflow.desk.SavedViews;
import org.mammoflow.desk.ViewOutcome;

/** The caller's views of the worklist. */
@Named("views")
@RequestScoped
public class ViewsScreen {

    @Inject
    SavedViews views;

    @Inject
    Words words;

    @Inject
    WorklistScreen worklist;

    private String name = "";
    private String list = "";

    /** A view ready to be followed. */
    public record ViewLink(long id, String name, String link, boolean here) {}

    public List<ViewLink> mine() {
        return views.mine().stream().map(this::link).toList();
    }

    private ViewLink link(SavedView view) {
        // Read and written again: whatever was saved, what comes out is an address of the list.
        WorklistAddress address = WorklistAddress.parse(view.query());
        return new ViewLink(
                view.id(),
                view.name(),
                address.link(),
                address.query().equals(worklist.address().query()));
    }

    /** Saves the list on show; not what was searched for, which names a patient. */
    public void save() throws IOException {
        WorklistAddress shown = WorklistAddress.parse(list);
        ViewOutcome outcome = views.save(name, shown.searching(Optional.empty()).query());
        if (outcome instanceof ViewOutcome.Saved) {
            go(shown);
        } else {
            Notices.refuse(words.of("views.outcome." + outcome.getClass().getSimpleName()));
        }
    }

    public void forget(long id) throws IOException {
        views.forget(id);
        go(WorklistAddress.parse(list));
    }

    private static void go(WorklistAddress address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address.link());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getList() {
        return worklist.address().query();
    }

    public void setList(String list) {
        this.list = list;
    }
}
