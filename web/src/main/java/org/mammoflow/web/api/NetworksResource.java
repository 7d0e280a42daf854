package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.mammoflow.inference.InstalledNetwork;
import org.mammoflow.inference.NetworkStatus;
import org.mammoflow.inference.NetworkStep;
import org.mammoflow.inference.NetworkSwitching;
import org.mammoflow.inference.Seat;
import org.mammoflow.inference.SwitchOutcome;

/** The networks in use and how administrators change them: one proposes, another approves. */
@Path("/networks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NetworksResource {

    @Inject
    NetworkSwitching switching;

    @Inject
    NetworkStatus networks;

    @GET
    public JsonObject all() {
        return JsonBuilders.object()
                .add("installed", JsonViews.array(switching.installed(), NetworksResource::installed))
                .add("active", inUse(Seat.ACTIVE))
                .add("shadow", inUse(Seat.SHADOW))
                .add("proposals", JsonViews.array(switching.open(), NetworksResource::step))
                .add("history", JsonViews.array(switching.history(), NetworksResource::step))
                .build();
    }

    @POST
    @Path("/proposals")
    public Response propose(JsonObject body) {
        return response(
                switching.propose(seat(body.getString("seat", "")), body.getString("network", ""), reason(body)));
    }

    /** By another administrator; answers when the network is loaded, tested and in use. */
    @POST
    @Path("/proposals/{id}/approval")
    public Response approve(@PathParam("id") long proposal) {
        return response(switching.approve(proposal));
    }

    @DELETE
    @Path("/proposals/{id}")
    public Response withdraw(@PathParam("id") long proposal) {
        return response(switching.withdraw(proposal));
    }

    @POST
    @Path("/{seat}/rollback")
    public Response rollBack(@PathParam("seat") String seat, JsonObject body) {
        return response(switching.rollBack(seat(seat), reason(body)));
    }

    /** Runs the golden vectors now. */
    @POST
    @Path("/test")
    public JsonObject test() {
        switching.test();
        return JsonBuilders.object()
                .add("active", inUse(Seat.ACTIVE))
                .add("shadow", inUse(Seat.SHADOW))
                .build();
    }

    private static Seat seat(String text) {
        return QueryText.oneOf("seat", text, Seat.class)
                .orElseThrow(() -> new IllegalArgumentException("seat must be ACTIVE or SHADOW"));
    }

    private static String reason(JsonObject body) {
        return body == null ? "" : body.getString("reason", "");
    }

    private static Response response(SwitchOutcome outcome) {
        if (outcome instanceof SwitchOutcome.Proposed proposed) {
            return Response.status(Response.Status.CREATED)
                    .entity(step(proposed.step()))
                    .build();
        }
        if (outcome instanceof SwitchOutcome.Switched switched) {
            return Response.ok(step(switched.step())).build();
        }
        if (outcome instanceof SwitchOutcome.Withdrawn withdrawn) {
            return Response.ok(step(withdrawn.step())).build();
        }
        return refusal(outcome);
    }

    private static Response refusal(SwitchOutcome outcome) {
        if (outcome instanceof SwitchOutcome.NeedsAnother) {
            return Problem.of(
                    Response.Status.FORBIDDEN, "whoever proposes does not approve: ask another administrator");
        }
        if (outcome instanceof SwitchOutcome.NeedsOwnPassword) {
            return Problem.of(Response.Status.FORBIDDEN, "somebody else knows your password: change it, then approve");
        }
        if (outcome instanceof SwitchOutcome.UnknownNetwork) {
            return Problem.of(Response.Status.BAD_REQUEST, "no such network with a readable card");
        }
        if (outcome instanceof SwitchOutcome.NothingBefore) {
            return Problem.of(Response.Status.CONFLICT, "there is nothing to go back to: propose a network");
        }
        if (outcome instanceof SwitchOutcome.AlreadyProposed already) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "proposed for this seat already: approve or withdraw proposal "
                            + already.standing().id());
        }
        if (outcome instanceof SwitchOutcome.Refused refused) {
            return Problem.of(Response.Status.CONFLICT, "refused, what was in use stays in use. " + refused.fault());
        }
        return Problem.notFound("open proposal");
    }

    private JsonObject inUse(Seat seat) {
        JsonObjectBuilder json = JsonBuilders.object().add("fault", networks.fault(seat));
        networks.identity(seat)
                .ifPresent(network -> json.add("network", network.name() + "/" + network.version())
                        .add("digest", network.digest())
                        .add("status", network.status())
                        .add("provider", networks.provider(seat)));
        return json.build();
    }

    private static JsonObject installed(InstalledNetwork network) {
        return JsonBuilders.object()
                .add("network", network.network())
                .add("digest", network.digest())
                .add("status", network.status())
                .add("fault", network.fault())
                .build();
    }

    private static JsonObject step(NetworkStep step) {
        return JsonBuilders.object()
                .add("id", step.id())
                .add("seat", step.seat().name())
                .add("kind", step.kind().name())
                .add("network", step.network())
                .add("digest", step.digest())
                .add("proposal", step.proposal())
                .add("reason", step.reason())
                .add("actor", step.actor())
                .add("recordedAt", step.recordedAt().toString())
                .build();
    }
}
