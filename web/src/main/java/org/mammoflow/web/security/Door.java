package org.mammoflow.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mammoflow.access.Role;

/**
 * One door for people and programs: pages sign in by form and keep a session, resources take HTTP Basic (RFC 7617) with
 * every request and keep none. Both are checked against the same accounts.
 */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {

    static final String SIGN_IN_PAGE = "/sign-in.xhtml";

    @Inject
    IdentityStoreHandler identityStores;

    @Inject
    RecentlyAdmitted recentlyAdmitted;

    @Inject
    Sessions sessions;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        Credential form = context.getAuthParameters().getCredential();
        if (form instanceof UsernamePasswordCredential credential) {
            return signIn(credential, request, context);
        }
        Optional<UsernamePasswordCredential> basic = BasicCredential.of(request);
        if (basic.isPresent()) {
            return admitOrAsk(recentlyAdmitted.validate(basic.get()), request, response, context);
        }
        Optional<SignedIn> known = sessions.of(request);
        if (known.isPresent()) {
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(known.get().name()),
                    Role.impliedBy(known.get().role()));
        }
        return context.isProtected() ? ask(request, response) : context.doNothing();
    }

    private AuthenticationStatus signIn(
            UsernamePasswordCredential credential, HttpServletRequest request, HttpMessageContext context) {
        CredentialValidationResult result = identityStores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        sessions.begin(request, result.getCallerPrincipal().getName(), role(result));
        return context.notifyContainerAboutLogin(result);
    }

    private static String role(CredentialValidationResult result) {
        return Role.foremost(result.getCallerGroups()::contains).orElseThrow();
    }

    private static AuthenticationStatus admitOrAsk(
            CredentialValidationResult result,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? context.notifyContainerAboutLogin(result)
                : ask(request, response);
    }

    private static AuthenticationStatus ask(HttpServletRequest request, HttpServletResponse response) {
        return Zone.of(request) == Zone.PAGE ? showSignIn(request, response) : unauthorized(request, response);
    }

    private static AuthenticationStatus showSignIn(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String asked = request.getRequestURI() + query;
        try {
            if (isLedHereByAnotherSite(request)) {
                OwnStep.to(asked, response);
            } else {
                response.sendRedirect(request.getContextPath() + SIGN_IN_PAGE + "?from="
                        + URLEncoder.encode(asked, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    // A link in the hospital's other systems: the reader may well be signed in, but her cookie came not with it.
    private static boolean isLedHereByAnotherSite(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static AuthenticationStatus unauthorized(HttpServletRequest request, HttpServletResponse response) {
        // A browser's own password box would keep the password for ever: only programs are told about Basic.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Mammoflow\", charset=\"UTF-8\"");
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return AuthenticationStatus.SEND_FAILURE;
    }
}
