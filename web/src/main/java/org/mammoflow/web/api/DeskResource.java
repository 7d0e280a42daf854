package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.mammoflow.desk.Desk;
import org.mammoflow.desk.KeyMap;
import org.mammoflow.desk.Preferences;
import org.mammoflow.desk.SavedView;
import org.mammoflow.desk.SavedViews;
import org.mammoflow.desk.Theme;
import org.mammoflow.desk.ViewOutcome;

/** How the caller likes the pages, and the caller's views of the worklist. */
@Path("/desk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeskResource {

    @Inject
    Desk desk;

    @Inject
    SavedViews views;

    @GET
    @Path("/preferences")
    public JsonObject preferences() {
        return preferences(desk.preferences());
    }

    /** Changes what the body names and nothing else. */
    @PUT
    @Path("/preferences")
    public JsonObject change(JsonObject body) {
        JsonObject wish = QueryText.body(body);
        Theme theme = QueryText.oneOf("theme", wish.getString("theme", ""), Theme.class)
                .orElse(null);
        KeyMap keys = wish.containsKey("keys") ? keys(wish.getJsonObject("keys")) : null;
        return preferences(desk.change(now -> new Preferences(
                theme == null ? now.theme() : theme,
                QueryText.flag(wish, "namesHidden", now.namesHidden()),
                QueryText.flag(wish, "singleKeys", now.singleKeys()),
                keys == null ? now.keys() : keys)));
    }

    @GET
    @Path("/views")
    public JsonArray views() {
        return JsonViews.array(views.mine(), DeskResource::view);
    }

    /** Gives a view of the worklist a name; one of the same name leads there from now on. */
    @POST
    @Path("/views")
    public Response save(JsonObject body) {
        JsonObject wish = QueryText.body(body);
        ViewOutcome outcome = views.save(wish.getString("name", ""), wish.getString("query", ""));
        if (outcome instanceof ViewOutcome.Saved saved) {
            return Response.status(Response.Status.CREATED)
                    .entity(view(saved.view()))
                    .build();
        }
        return outcome instanceof ViewOutcome.TooMany
                ? Problem.of(Response.Status.CONFLICT, "you have as many views as there is room for: forget one first")
                : Problem.of(Response.Status.BAD_REQUEST, "a view has a name of 1 to 64 characters and a query of 500");
    }

    @DELETE
    @Path("/views/{id}")
    public void forget(@PathParam("id") long id) {
        views.forget(id);
    }

    private static KeyMap keys(JsonObject keys) {
        return new KeyMap(keys.entrySet().stream()
                .filter(each -> each.getValue() instanceof JsonString)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> ((JsonString) each.getValue()).getString())));
    }

    private static JsonObject preferences(Preferences preferences) {
        var keys = JsonBuilders.object();
        preferences.keys().keys().forEach(keys::add);
        return JsonBuilders.object()
                .add("theme", preferences.theme().name())
                .add("namesHidden", preferences.namesHidden())
                .add("singleKeys", preferences.singleKeys())
                .add("keys", keys)
                .build();
    }

    private static JsonObject view(SavedView view) {
        return JsonBuilders.object()
                .add("id", view.id())
                .add("name", view.name())
                .add("query", view.query())
                .build();
    }
}
