package org.mammoflow.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;

/** The description of these resources (OpenAPI 3.1). */
@Path("/openapi.yaml")
public class OpenApiResource {

    @GET
    @Produces("application/yaml")
    public InputStream get() {
        return OpenApiResource.class.getResourceAsStream("openapi.yaml");
    }
}
