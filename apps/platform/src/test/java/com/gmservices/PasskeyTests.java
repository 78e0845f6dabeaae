package com.gmservices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.DatabaseLogin;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Passkeys in a real browser, whose authenticator is a virtual one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PasskeyTests {

    private static final Pattern FRONT_PAGE = Pattern.compile(".*/t/[^/]+/overview$");

    static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseLogin login;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aPasskeySignsInAloneAndAfterThePassword() {
        var business = new Business(port);
        try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            plugIn(page, true);
            signIn(page, business);
            page.navigate(at("/me/security"));
            page.getByText("Add a passkey").click();
            page.getByLabel("Name").fill("My laptop");
            button(page, "Add a passkey").click();
            assertThat(page.getByText("Your passkey is added")).isVisible();
            assertThat(page.locator("[data-codes] li")).hasCount(10);
            page.navigate(at("/me/security"));
            assertThat(page.locator("input[name=name]")).hasValue("My laptop");

            signOut(page);
            page.navigate(at("/sign-in"));
            page.getByText("Sign in with a passkey").click();
            button(page, "Use your passkey").click();
            assertThat(page).hasURL(FRONT_PAGE);

            signOut(page);
            signIn(page, business);
            assertThat(page).hasURL(Pattern.compile(".*/sign-in/step.*"));
            button(page, "Use your passkey").click();
            assertThat(page).hasURL(FRONT_PAGE);

            page.navigate(at("/step-up?next=/me/security"));
            button(page, "Use your passkey").click();
            assertThat(page).hasURL(at("/me/security"));
            button(page, "Remove My laptop").click();
            assertThat(page.getByText("It is removed")).isVisible();
            signOut(page);
            signIn(page, business);
            assertThat(page).hasURL(FRONT_PAGE);
        }
        assertThat(trailOf(business))
                .containsSubsequence(
                        "person.factor_added {\"factor\":\"passkey\"}",
                        "person.signed_in {\"by\":[\"passkey\"]}",
                        "person.signed_in {\"by\":[\"password\",\"passkey\"]}",
                        "person.proven {\"by\":\"passkey\"}",
                        "person.factor_removed {\"factor\":\"passkey\"}");
    }

    private List<String> trailOf(Business business) {
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        return JdbcClient.create(owner)
                .sql("""
                select concat_ws(' ', action, before, after) from audit.entry
                where subject = (select id::text from identity.identity where email = ?) order by id
                """)
                .param(business.email("owner"))
                .query((row, index) -> row.getString(1))
                .list();
    }

    @Test
    void aKeyThatDoesNotAskWhoHoldsItIsASecondFactorAndNoFirst() {
        var business = new Business(port);
        try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            plugIn(page, false);
            signIn(page, business);
            page.navigate(at("/me/security/passkeys/new"));
            page.getByLabel("Name").fill("Key");
            button(page, "Add a passkey").click();
            assertThat(page.getByText("Your passkey is added")).isVisible();

            signOut(page);
            page.navigate(at("/sign-in/passkey"));
            button(page, "Use your passkey").click();
            assertThat(page.locator("[data-passkey-failed]")).isVisible();
            signIn(page, business);
            button(page, "Use your passkey").click();
            assertThat(page).hasURL(FRONT_PAGE);
        }
    }

    /** @param verifies whether it asks for finger, face or PIN */
    private static void plugIn(Page page, boolean verifies) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", verifies);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        devTools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }

    private void signIn(Page page, Business business) {
        page.navigate(at("/sign-in"));
        page.locator("#email").fill(business.email("owner"));
        page.locator("#password").fill(Business.PASSWORD);
        page.locator("main form button").first().click();
    }

    private static void signOut(Page page) {
        page.evaluate("document.querySelector('.gm-person').open = true");
        button(page, "Sign out").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
