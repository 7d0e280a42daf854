package org.mammoflow.web.dicomweb;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.mammoflow.dicom.image.NoRoomToDecode;
import org.mammoflow.web.api.Problem;

/** Too many large images at once; the client may ask again. */
@Provider
public class BusyDecoding implements ExceptionMapper<NoRoomToDecode> {

    @Override
    public Response toResponse(NoRoomToDecode busy) {
        return Problem.of(Response.Status.SERVICE_UNAVAILABLE, String.valueOf(busy.getMessage()));
    }
}
