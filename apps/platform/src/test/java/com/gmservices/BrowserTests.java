package com.gmservices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The platform in a real browser, as a customer with a telephone and as staff at a desk see it. */
class BrowserTests extends AtTheGarage {

    @Test
    void aRequestGoesFromTheCatalogueToPaidAndReviewed() {
        try (BrowserContext phone = phone();
                BrowserContext desk = desk()) {
            Page customer = phone.newPage();
            fillInAnOrder(customer);
            registerOnTheWay(customer);
            button(customer, "Send request").click();
            assertThat(customer.getByText("Your request has been sent")).isVisible();
            String request = customer.url().substring(customer.url().indexOf("/t/"));

            Page staff = desk.newPage();
            signIn(staff, OWNER);
            staff.navigate(at(request));
            staff.evaluate("document.getElementById('request-quote-fold').open = true");
            staff.locator("#d0").fill("Front pads and labour");
            staff.locator("#a0").fill("240.00");
            button(staff, "Send quote").click();

            customer.reload();
            button(customer, "Accept quote for").click();
            link(customer, "Pay $").click();
            customer.getByLabel("A card that works").check();
            button(customer, "Pay $").click();
            assertThat(customer.getByText("Payment received")).isVisible();

            staff.navigate(at(request));
            button(staff, "Start work").click();
            button(staff, "Mark as done").click();

            customer.navigate(at(request));
            customer.locator("input[name=rating][value='5']").check();
            customer.locator("#comment").fill("Quick and friendly.");
            button(customer, "Send review").click();
            assertThat(customer.getByText("Thank you for your review")).isVisible();
        }
    }

    @Test
    void anOfferingIsDraggedToItsPlace() {
        try (BrowserContext desk = desk()) {
            Page staff = open(desk, OWNER, "/catalogue");
            Locator rows = staff.locator("#offerings tr[data-id]");
            String first = rows.nth(0).getAttribute("data-id");
            String third = rows.nth(2).getAttribute("data-id");

            BoundingBox from = rows.nth(0).locator("[data-grip]").boundingBox();
            BoundingBox to = rows.nth(2).boundingBox();
            staff.mouse().move(from.x + 5, from.y + 5);
            staff.mouse().down();
            staff.mouse().move(from.x + 5, to.y + to.height - 4, new Mouse.MoveOptions().setSteps(8));
            staff.waitForResponse(
                    answer -> answer.url().contains("/catalogue"),
                    () -> staff.mouse().up());
            staff.reload();
            assertThat(rows.nth(2)).hasAttribute("data-id", first);

            staff.locator("#up-" + first).click();
            assertThat(rows.nth(2)).hasAttribute("data-id", third);
            assertThat(staff.locator("#up-" + first)).isFocused();
        }
    }

    @Test
    void anOrderNeedsNoScript() {
        try (BrowserContext plain = window(PHONE, false)) {
            Page page = plain.newPage();
            fillInAnOrder(page);
            assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }

    @Test
    void everyPageIsSoundOnPhoneAndDeskLightAndDark() {
        List<String> faults = new ArrayList<>();
        look(
                "",
                PHONE,
                faults,
                "/",
                "/sign-in",
                "/sign-in/link",
                "/password/forgot",
                "/businesses/new",
                "/t/harbour/",
                "/t/harbour/services");
        look(
                "customer@harbour.example",
                PHONE,
                faults,
                "/t/harbour/requests",
                "/t/harbour/notifications",
                "/me",
                "/me/password",
                "/me/sessions",
                "/me/businesses");
        look(
                OWNER,
                DESK,
                faults,
                "/t/harbour/day",
                "/t/harbour/board",
                "/t/harbour/requests/new",
                "/t/harbour/requests",
                "/t/harbour/overview",
                "/t/harbour/overview?days=90",
                "/t/harbour/members",
                "/t/harbour/members/roles",
                "/t/harbour/members/roles/new",
                "/t/harbour/me/api-keys",
                "/t/harbour/settings/api-keys",
                "/t/harbour/settings",
                "/t/harbour/settings/sites",
                "/t/harbour/settings/sites/new",
                "/t/harbour/catalogue",
                "/t/harbour/catalogue/new",
                "/t/harbour/providers",
                "/t/harbour/payments",
                "/t/harbour/notifications");
        look(
                OWNER,
                PHONE,
                faults,
                "/t/harbour/day",
                "/t/harbour/board",
                "/t/harbour/requests/new",
                "/t/harbour/requests",
                "/t/harbour/overview",
                "/t/harbour/members",
                "/t/harbour/members/roles",
                "/t/harbour/members/roles/new",
                "/t/harbour/me/api-keys",
                "/t/harbour/settings/api-keys",
                "/t/harbour/settings",
                "/t/harbour/settings/sites/new",
                "/t/harbour/catalogue",
                "/t/harbour/providers",
                "/t/harbour/payments");
        assertThat(faults).isEmpty();
    }

    private void look(String email, int width, List<String> faults, String... paths) {
        try (BrowserContext context = window(width, true)) {
            Page page = context.newPage();
            if (!email.isEmpty()) {
                signIn(page, email);
            }
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    faults.add(page.url() + " says " + message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(at("/")) && !request.url().startsWith("data:")) {
                    faults.add(page.url() + " asks " + request.url());
                }
            });
            for (String path : paths) {
                page.navigate(at(path));
                faults.addAll(Faults.of(page, path + " at " + width, width));
            }
        }
    }

    private void fillInAnOrder(Page page) {
        page.navigate(at("/t/harbour/services?q=Repair"));
        page.locator(".gm-offering a").first().click();
        link(page, "Ask for this service").click();
        page.locator("#details-vehicle-make").fill("Toyota");
        page.locator("#details-vehicle-model").fill("Corolla");
        page.locator("#details-vehicle-year").fill("2017");
        page.locator("#details-vehicle-plate").fill("7KD 902");
        page.locator("#details-concern").fill("The brakes squeal when it rains.");
        page.locator("input[name='details.drivable'][value=yes]").check();
        page.locator("input[name='details.handover'][value=drop_off]").check();
        button(page, "Go on").click();
    }

    private static void registerOnTheWay(Page page) {
        link(page, "Create an account").first().click();
        page.locator("[name=firstName]").fill("Ada");
        page.locator("[name=lastName]").fill("Byron");
        page.locator("input[type=email]").fill("ada.byron@mail.example");
        page.locator("input[type=password]").first().fill("analytical-engine-1843");
        page.locator("main button.btn-primary").click();
    }
}
