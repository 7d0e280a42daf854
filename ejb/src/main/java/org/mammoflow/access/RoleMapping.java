package org.mammoflow.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mammoflow.platform.Setting;
import org.mammoflow.platform.WrongSetting;

/** Which of the provider's words for a role mean which of ours. What is not named means nothing. */
record RoleMapping(Map<String, String> roles) {

    private static final String NAME = "mammoflow.oidc.roles";

    /** As started; without a setting our own names mean themselves. */
    static RoleMapping read() {
        return Setting.value(NAME).map(RoleMapping::parse).orElseGet(RoleMapping::ownNames);
    }

    /** @param text such as {@code mammo-readers=radiologist,mammo-audit=auditor} */
    static RoleMapping parse(String text) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            // The last one: names of groups may hold the sign themselves (LDAP).
            int sign = pair.lastIndexOf('=');
            String role = pair.substring(sign + 1).strip();
            if (sign < 1 || !Role.ALL.contains(role)) {
                throw new WrongSetting(NAME, text, "THEIRS=OURS,… with OURS one of " + Role.ALL);
            }
            roles.put(pair.substring(0, sign).strip(), role);
        }
        return new RoleMapping(roles);
    }

    private static RoleMapping ownNames() {
        Map<String, String> roles = new LinkedHashMap<>();
        Role.ALL.forEach(role -> roles.put(role, role));
        return new RoleMapping(roles);
    }

    /** Ours for theirs. */
    Set<String> of(Set<String> theirs) {
        Set<String> ours = new TreeSet<>();
        theirs.stream().filter(roles::containsKey).map(roles::get).forEach(ours::add);
        return ours;
    }
}
