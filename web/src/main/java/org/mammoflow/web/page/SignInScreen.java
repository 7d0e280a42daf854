package org.mammoflow.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
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

/** Name and password, then on to the page that was asked for. */
@Named("signIn")
@RequestScoped
public class SignInScreen {

    @Inject
    SecurityContext security;

    @Inject
    Words words;

    private String username;
    private String password;
    private String from;

    @PostConstruct
    void read() {
        from = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("from");
    }

    public void enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext web = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) web.getRequest(),
                (HttpServletResponse) web.getResponse(),
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(username.strip(), password)));
        if (status == AuthenticationStatus.SUCCESS) {
            web.redirect(web.getRequestContextPath() + LocalAddress.or(from, "/"));
            faces.responseComplete();
        } else {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, words.of("signin.refused"), null));
        }
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
