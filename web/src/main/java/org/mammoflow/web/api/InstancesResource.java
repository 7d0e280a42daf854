package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.mammoflow.inference.Jobs;
import org.mammoflow.review.ReadingRoom;
import org.mammoflow.web.look.Looking;

/** What became of an image. */
@Path("/instances")
@Produces(MediaType.APPLICATION_JSON)
public class InstancesResource {

    @Inject
    ReadingRoom readingRoom;

    @Inject
    Looking looking;

    @Inject
    Jobs jobs;

    @GET
    @Path("/{sopInstanceUid}")
    public Response get(@PathParam("sopInstanceUid") String sopInstanceUid) {
        return readingRoom
                .image(sopInstanceUid)
                .map(image -> Response.ok(JsonViews.image(
                                image, jobs.ofInstance(image.instance().id())))
                        .build())
                .orElseGet(() -> Problem.notFound("instance"));
    }

    /**
     * Tells that a prefetched image is on show.
     *
     * @param study whose opening by a page it is part of
     */
    @POST
    @Path("/{sopInstanceUid}/views")
    public void shown(@PathParam("sopInstanceUid") String sopInstanceUid, @QueryParam("study") String study) {
        looking.imageShown(sopInstanceUid, Optional.ofNullable(study));
    }
}
