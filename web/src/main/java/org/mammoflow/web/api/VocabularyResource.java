package org.mammoflow.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.mammoflow.review.ReadingPolicies;
import org.mammoflow.review.Vocabulary;

/** How the site reads, and with which words. */
@Path("/reading")
@Produces(MediaType.APPLICATION_JSON)
public class VocabularyResource {

    @Inject
    ReadingPolicies policies;

    @Inject
    Vocabulary vocabulary;

    @GET
    public JsonObject get() {
        return JsonBuilders.object()
                .add("policy", ReadingJson.policy(policies.current()))
                .add("reasons", JsonBuilders.array(vocabulary.reasons()))
                .add("categories", JsonViews.array(vocabulary.categories(), ReadingJson::category))
                .build();
    }
}
