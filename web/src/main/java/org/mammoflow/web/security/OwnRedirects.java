package org.mammoflow.web.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;

/**
 * Redirects within the application name a path and no host (RFC 9110, 10.2.2). The container would make them absolute
 * with the Host of the request, which is whatever its sender writes there; also those that it answers itself, before any
 * filter sees the request.
 */
public final class OwnRedirects implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> exchange -> {
            exchange.addResponseCommitListener(OwnRedirects::leadByPath);
            next.handleRequest(exchange);
        });
    }

    private static void leadByPath(HttpServerExchange exchange) {
        String location = exchange.getResponseHeaders().getFirst(Headers.LOCATION);
        String asked = exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
        if (location != null && location.startsWith(asked + "/")) {
            exchange.getResponseHeaders().put(Headers.LOCATION, path(location.substring(asked.length())));
        }
    }

    // Two slashes in front, or what browsers take for them, would begin another host.
    static String path(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }
}
