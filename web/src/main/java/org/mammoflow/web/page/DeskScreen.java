package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.IOException;
import org.mammoflow.desk.Desk;
import org.mammoflow.desk.KeyMap;
import org.mammoflow.desk.Preferences;
import org.mammoflow.desk.Theme;

/** How the caller likes the pages: asked once a request, changed on the page of settings. */
@Named("desk")
@RequestScoped
public class DeskScreen {

    @Inject
    Desk desk;

    @Inject
    Appearance appearance;

    @Inject
    You you;

    @Inject
    WorklistScreen worklist;

    private Preferences preferences;
    private String list = "";
    private Theme theme;
    private Boolean namesHidden;
    private Boolean singleKeys;

    Preferences preferences() {
        if (preferences == null) {
            accept(you.settled() ? desk.preferences() : Preferences.USUAL);
        }
        return preferences;
    }

    /** As the style sheet calls it. */
    public String theme() {
        preferences();
        return appearance.theme();
    }

    public String scheme() {
        preferences();
        return appearance.scheme();
    }

    public String lightMedia() {
        preferences();
        return appearance.lightMedia();
    }

    /** The caller's keys, as the keyboard map takes them. */
    public String keys() {
        var keys = Json.createObjectBuilder();
        preferences().keys().keys().forEach(keys::add);
        return Json.createObjectBuilder()
                .add("single", preferences().singleKeys())
                .add("keys", keys)
                .build()
                .toString();
    }

    /** Masks patients' names in the list on show, or shows them again. */
    public void switchNames() throws IOException {
        boolean hidden = preferences().namesHidden();
        accept(desk.change(now -> now.withNamesHidden(!hidden)));
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(WorklistAddress.parse(list).link());
    }

    public void save() throws IOException {
        accept(desk.change(
                now -> now.withTheme(theme).withNamesHidden(namesHidden).withKeys(singleKeys, now.keys())));
        showSaved();
    }

    public void restoreKeys() throws IOException {
        accept(desk.change(now -> now.withKeys(true, KeyMap.USUAL)));
        showSaved();
    }

    /** By an address: the page anew, in the new theme. */
    private static void showSaved() throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect("settings.xhtml?notice=saved");
    }

    private void accept(Preferences now) {
        preferences = now;
        appearance.is(now.theme());
        theme = now.theme();
        namesHidden = now.namesHidden();
        singleKeys = now.singleKeys();
    }

    /** Whether the caller has chosen any key of their own. */
    public boolean ownKeys() {
        return !preferences().keys().keys().isEmpty();
    }

    public Theme getTheme() {
        return preferences().theme();
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
    }

    public boolean isNamesHidden() {
        return preferences().namesHidden();
    }

    public void setNamesHidden(boolean namesHidden) {
        this.namesHidden = namesHidden;
    }

    public boolean isSingleKeys() {
        return preferences().singleKeys();
    }

    public void setSingleKeys(boolean singleKeys) {
        this.singleKeys = singleKeys;
    }

    /** The query of the list that a switch goes back to. */
    public String getList() {
        return worklist.address().query();
    }

    public void setList(String list) {
        this.list = list;
    }
}
