package org.mammoflow.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** The address of the page on show, for links that change one thing of it. */
@Named("address")
@RequestScoped
public class CurrentAddress {

    /** This address with one parameter set anew. */
    public String with(String name, String value) {
        HttpServletRequest request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        // What a form sent is no part of an address.
        boolean read = request.getMethod().equals("GET");
        return request.getRequestURI() + "?" + query(read ? request.getParameterMap() : Map.of(), name, value);
    }

    static String query(Map<String, String[]> parameters, String name, String value) {
        QueryString query = new QueryString();
        parameters.forEach((each, values) -> query.with(each, each.equals(name) ? "" : values[0]));
        return query.with(name, value).toString();
    }
}
