package org.mammoflow.web.dicomweb;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.mammoflow.review.ImageArchive;

/** QIDO-RS of studies (PS3.18 10.6). */
@Path("/studies")
public class SearchResource {

    @Inject
    ImageArchive archive;

    @GET
    public Response studies(@Context UriInfo uri) {
        StudyQuery query = new StudyQuery(uri.getQueryParameters());
        return DicomJsonBody.found(archive.search(query.keys(), query.offset(), query.limit()).stream()
                .map(IndexEntry::study)
                .toList());
    }
}
