package com.gmservices;

import com.gmservices.demo.Demo;
import com.gmservices.demo.Demonstration;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The demonstration's garage in real browsers: a customer's telephone, and the desks of its staff. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "gm.demo=true")
abstract class AtTheGarage {

    static final String OWNER = "owner@harbour.example";
    static final String STAFF = "staff@harbour.example";
    static final String PASSWORD = "harbour-lights-27";
    static final int PHONE = 360;
    static final int DESK = 1440;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Demo demo;

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    /** While it is still being told, cards move under one's hand. */
    @BeforeEach
    void waitForTheDemonstration() throws InterruptedException {
        Demonstration.isTold(demo);
    }

    static BrowserContext phone() {
        return window(PHONE, true);
    }

    static BrowserContext desk() {
        return window(DESK, true);
    }

    static BrowserContext window(int width, boolean script) {
        return chromium.window(width, ColorScheme.LIGHT, script);
    }

    /** Signs in and goes to a page of the garage. */
    Page open(BrowserContext context, String email, String path) {
        Page page = context.newPage();
        signIn(page, email);
        page.navigate(garage(path));
        return page;
    }

    void signIn(Page page, String email) {
        page.navigate(garage("/sign-in"));
        page.locator("input[type=email]").fill(email);
        page.locator("input[type=password]").fill(PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    String garage(String path) {
        return at("/t/harbour" + path);
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }
}
