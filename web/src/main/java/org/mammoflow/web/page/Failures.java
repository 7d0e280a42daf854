package org.mammoflow.web.page;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.mammoflow.audit.AccessDenials;

/**
 * What a page does about a failure: a refused call is 403, a page that was left open too long is shown anew, anything
 * else is 500 with nothing but the request's id. Details go to the log.
 */
final class Failures extends ExceptionHandlerWrapper {

    private static final System.Logger LOG = System.getLogger("org.mammoflow.web");

    Failures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> failures =
                getUnhandledExceptionQueuedEvents().iterator();
        if (failures.hasNext()) {
            Throwable failure = failures.next().getContext().getException();
            failures.remove();
            answer(failure);
        }
        getWrapped().handle();
    }

    private static void answer(Throwable failure) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            if (has(failure, ViewExpiredException.class)) {
                faces.getExternalContext().redirect(LastPage.of(faces.getExternalContext()));
            } else {
                fail(faces.getExternalContext(), failure);
            }
            faces.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static void fail(ExternalContext web, Throwable failure) throws IOException {
        boolean refused = has(failure, EJBAccessException.class);
        if (refused) {
            CDI.current()
                    .select(AccessDenials.class)
                    .get()
                    .tell(((HttpServletRequest) web.getRequest()).getRequestURI());
        } else {
            Object id = web.getRequestMap().get("mammoflow.requestId");
            LOG.log(System.Logger.Level.ERROR, "page failed, request " + id, failure);
        }
        web.responseReset();
        web.responseSendError(refused ? 403 : 500, null);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind::isInstance);
    }
}
