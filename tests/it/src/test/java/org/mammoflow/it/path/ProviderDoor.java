package org.mammoflow.it.path;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.mammoflow.parts.hospital.Browser;
import org.mammoflow.parts.server.MammoflowServer;

/** One server that people enter by a provider, for the test classes that do so; and how they come to its door. */
final class ProviderDoor {

    static final HospitalProvider PROVIDER = new HospitalProvider();
    static final MammoflowServer SERVER = MammoflowServer.with()
            .name("provider")
            .option("--oidc-issuer", PROVIDER.issuer())
            .option("--oidc-client", HospitalProvider.CLIENT)
            .option("--oidc-roles-claim", "realm.groups")
            .option(
                    "--oidc-roles",
                    "mammo-readers=radiologist,mammo-arbiters=arbiter,mammo-audit=auditor,mammo-it=admin")
            .option("--local-accounts", "admins")
            .variable("MAMMOFLOW_OIDC_SECRET", HospitalProvider.SECRET)
            .untilTheEnd();

    private ProviderDoor() {}

    /** A new browser profile that has come in by the provider. */
    static Page entered(Browser browser) {
        Page page = atTheDoor(browser);
        page.locator("#provider").click();
        page.locator("form[action='sign-out']").waitFor();
        return page;
    }

    static void refused(Browser browser, String words) {
        Page page = atTheDoor(browser);
        page.locator("#provider").click();
        assertThat(page.locator("[role=alert]")).containsText(words);
        page.navigate(local("worklist.xhtml"));
        assertThat(page).hasURL(Pattern.compile("sign-in\\.xhtml"));
    }

    static Page atTheDoor(Browser browser) {
        Page page = browser.profile();
        page.navigate(local(""));
        page.locator("#provider").waitFor();
        return page;
    }

    /** By the server's public name: the provider lives at another site. */
    static String local(String page) {
        return SERVER.url().replace("127.0.0.1", "localhost") + page;
    }

    /** The details of the trail's rows of one action about one account. */
    static String trail(String action, String account) {
        JsonArray rows = JsonParser.parseString(
                        SERVER.as("admin").get("/api/v1/audit/rows").body())
                .getAsJsonArray();
        StringBuilder details = new StringBuilder();
        rows.forEach(row -> {
            if (row.getAsJsonObject().get("action").getAsString().equals(action)
                    && row.getAsJsonObject().get("objectId").getAsString().equals(account)) {
                details.append(row.getAsJsonObject().get("detail").getAsString())
                        .append('\n');
            }
        });
        return details.toString();
    }
}
