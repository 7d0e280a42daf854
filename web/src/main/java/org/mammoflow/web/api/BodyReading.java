package org.mammoflow.web.api;

import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * At the edge: whatever a reader of bodies stumbles over is the sender's fault. Parsson, for one, throws a plain
 * RuntimeException at the thousandth level, and an answer of 500 would call that ours.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        try {
            return body.proceed();
        } catch (WebApplicationException | JsonException understood) {
            throw understood;
        } catch (RuntimeException e) {
            throw new JsonException("the body cannot be read", e);
        }
    }
}
