package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mammoflow.access.AccountKeeping;
import org.mammoflow.access.AccountOutcome;
import org.mammoflow.access.AccountView;
import org.mammoflow.access.OwnPassword;
import org.mammoflow.platform.Seen;

/** Accounts, as administrators keep them, and everybody's own password. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    AccountKeeping accounts;

    @Inject
    OwnPassword ownPassword;

    @GET
    public JsonArray all() {
        return JsonViews.array(accounts.all(), AccountsResource::account);
    }

    @GET
    @Path("/{username}")
    public Response one(@PathParam("username") String username) {
        return accounts.one(username)
                .map(found -> Response.ok(account(found))
                        .tag(IfMatch.tag(found.seen()))
                        .build())
                .orElseGet(() -> Problem.notFound("account"));
    }

    @POST
    public Response create(JsonObject body) {
        return response(accounts.create(body.getString("username", ""), body.getString("role", "")));
    }

    @POST
    @Path("/{username}/password-reset")
    public Response resetPassword(@PathParam("username") String username, @Context HttpHeaders headers) {
        return response(accounts.resetPassword(username, IfMatch.seen(headers)));
    }

    @PUT
    @Path("/{username}/disabled")
    public Response disable(@PathParam("username") String username, @Context HttpHeaders headers, JsonObject body) {
        Seen seen = IfMatch.seen(headers);
        return response(
                QueryText.flag(QueryText.body(body), "disabled")
                        ? accounts.disable(username, seen)
                        : accounts.enable(username, seen));
    }

    @PUT
    @Path("/own/password")
    public Response changeOwnPassword(JsonObject body) {
        return response(ownPassword.change(
                body.getString("present", "").toCharArray(),
                body.getString("next", "").toCharArray()));
    }

    private static Response response(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.NewPassword made) {
            return Response.status(Response.Status.CREATED)
                    .header("Cache-Control", "no-store")
                    .entity(JsonBuilders.object()
                            .add("username", made.username())
                            .add("password", made.password())
                            .build())
                    .build();
        }
        return outcome instanceof AccountOutcome.Done ? Response.noContent().build() : refusal(outcome);
    }

    private static Response refusal(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Taken) {
            return Problem.of(Response.Status.CONFLICT, "this name is taken");
        }
        if (outcome instanceof AccountOutcome.ChangedMeanwhile) {
            return IfMatch.failed("somebody has changed the account since it was seen");
        }
        if (outcome instanceof AccountOutcome.Yourself) {
            return Problem.of(Response.Status.CONFLICT, "nobody switches off their own account");
        }
        if (outcome instanceof AccountOutcome.WrongPassword) {
            return Problem.of(Response.Status.FORBIDDEN, "the present password is wrong");
        }
        if (outcome instanceof AccountOutcome.TooShort) {
            return Problem.of(Response.Status.BAD_REQUEST, "a password has 12 characters or more");
        }
        if (outcome instanceof AccountOutcome.UnknownRole) {
            return Problem.of(Response.Status.BAD_REQUEST, "no such role");
        }
        return outcome instanceof AccountOutcome.InvalidName
                ? Problem.of(
                        Response.Status.BAD_REQUEST,
                        "a name has 2 to 64 lower-case letters, digits, dots, hyphens or underscores, a letter first")
                : Problem.notFound("account");
    }

    private static JsonObject account(AccountView account) {
        return JsonBuilders.object()
                .add("username", account.username())
                .add("role", account.role())
                .add("disabled", account.disabled())
                .add("locked", account.locked())
                .add("passwordIsOwn", account.passwordIsOwn())
                .add("createdBy", account.createdBy())
                .add("ofProvider", account.ofProvider())
                .build();
    }
}
