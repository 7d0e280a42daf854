package org.mammoflow.web.security;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import java.util.UUID;
import org.mammoflow.access.RequestOrigin;

/**
 * Notes for the whole request, authentication included, where it came from. A listener and not a filter, because the
 * door is asked before any filter.
 */
@WebListener
public class OriginListener implements ServletRequestListener {

    /** The request's identifier for error pages. */
    public static final String REQUEST_ID = "mammoflow.requestId";

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        String id = UUID.randomUUID().toString();
        event.getServletRequest().setAttribute(REQUEST_ID, id);
        RequestOrigin.enter(new RequestOrigin(event.getServletRequest().getRemoteAddr(), id));
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        RequestOrigin.leave();
    }
}
