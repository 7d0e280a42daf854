package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.mammoflow.web.provider.OpenIdProvider;
import org.mammoflow.web.security.LocalAddress;

/** By the hospital's provider where there is one, or by name and password, then on to the page that was asked for. */
@Named("signIn")
@RequestScoped
public class SignInScreen {

    @Inject
    SecurityContext security;

    @Inject
    OpenIdProvider provider;

    @Inject
    Words words;

    private static final Set<String> REASONS =
            Set.of("NoRole", "SeveralRoles", "SwitchedOff", "ProviderAway", "Declined", "Unasked", "SignedOutHere");

    private String username = "";
    private String password = "";
    private String from;
    private boolean refused;
    private String reason;

    @PostConstruct
    void read() {
        Map<String, String> parameters =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        from = parameters.get("from");
        refused = parameters.containsKey("refused");
        reason = parameters.getOrDefault("reason", "");
    }

    /** Answers by an address in either case: a page that was shown by a password must not be sent again. */
    public void enter() throws IOException {
        ExternalContext web = FacesContext.getCurrentInstance().getExternalContext();
        boolean known = authenticate(web) == AuthenticationStatus.SUCCESS;
        String on = LocalAddress.or(from, "/");
        web.redirect(web.getRequestContextPath() + (known ? on : "/sign-in.xhtml?" + refusal(on)));
    }

    private AuthenticationStatus authenticate(ExternalContext web) {
        return security.authenticate(
                (HttpServletRequest) web.getRequest(),
                (HttpServletResponse) web.getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(username.strip(), password)));
    }

    private static String refusal(String on) {
        return new QueryString().with("refused", "yes").with("from", on).toString();
    }

    public boolean refused() {
        return refused;
    }

    /** Why the provider's way did not lead in; empty for anything that we have not said ourselves. */
    public String reason() {
        return REASONS.contains(reason) ? words.of("signin.reason." + reason) : "";
    }

    public boolean provider() {
        return provider.isThere();
    }

    public String providerAddress() {
        return "/sign-in/provider?" + new QueryString().with("from", LocalAddress.or(from, "/"));
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** Never given back to the page. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
