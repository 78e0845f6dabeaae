package com.gmservices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** From the catalogue to the review without a mouse, for the customer and for the staff. */
class KeyboardTests extends AtTheGarage {

    @Test
    void everythingIsDoneByKeysAlone() {
        try (BrowserContext home = desk();
                BrowserContext counter = desk()) {
            Page customer = home.newPage();
            String request = ask(customer);
            Page staff = counter.newPage();
            signIn(staff);
            String card = "card-" + request.substring(request.lastIndexOf('/') + 1);

            quote(staff, card);
            acceptAndPay(customer);
            moveThereAndBack(staff, card);
            finish(staff, card);
            review(customer, request);
        }
    }

    private String ask(Page page) {
        page.navigate(garage("/services"));
        Keys keys = new Keys(page);
        keys.to(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Repair").setExact(true)))
                .press("Enter");
        keys.to(link(page, "Ask for this service")).press("Enter");
        keys.to("#details-vehicle-make").type("Toyota").press("Tab").type("Corolla");
        keys.to("#details-vehicle-year").type("2017").press("Tab").type("7KD 902");
        keys.to("#details-concern").type("The brakes squeal when it rains.");
        keys.to("input[name='details.drivable']")
                .press("Space")
                .press("ArrowDown")
                .press("ArrowUp");
        keys.to("input[name='details.handover']").press("Space");
        keys.to(button(page, "Go on")).press("Enter");
        keys.to(link(page, "Create an account")).press("Enter");
        keys.to("[name=firstName]").type("Kim").press("Tab").type("Byron");
        keys.to("input[type=email]").type("kim.byron@mail.example");
        keys.to("input[type=password]").type("analytical-engine-1843").press("Enter");
        keys.to(button(page, "Send request")).press("Enter");
        assertThat(page.getByText("Your request has been sent")).isVisible();
        return page.url();
    }

    private void signIn(Page page) {
        page.navigate(garage("/sign-in"));
        Keys keys = new Keys(page);
        keys.to("input[type=email]").type(STAFF);
        keys.to("input[type=password]").type(PASSWORD).press("Enter");
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** From the menu of its card on the board. */
    private void quote(Page page, String card) {
        Keys keys = board(page, card);
        keys.to("#" + card + " a[data-step=quote]").press("Enter");
        keys.to("#d0").type("Front pads and labour");
        keys.to("#a0").type("240.00");
        keys.to(button(page, "Send quote")).press("Enter");
        assertThat(page.locator("#request-head")).containsText("Quoted");
    }

    private void acceptAndPay(Page page) {
        page.reload();
        Keys keys = new Keys(page);
        keys.to(button(page, "Accept quote for")).press("Enter");
        keys.to(link(page, "Pay $")).press("Enter");
        keys.choose(page.getByLabel("A card that works"));
        keys.to(button(page, "Pay $")).press("Enter");
        assertThat(page.getByText("Payment received")).isVisible();
    }

    /** The focus stays with the card, and u takes back what was done last. */
    private void moveThereAndBack(Page page, String card) {
        Keys keys = board(page, card);
        keys.to("#" + card + " a[data-step=start]").press("Enter");
        assertThat(page.locator("#move-dialog button")).isFocused();
        keys.seen().press("Enter");
        assertThat(page.locator("#column-in_progress #" + card + " a[data-open]"))
                .isFocused();
        keys.seen().press("m").to("#" + card + " a[data-step=hold]").press("Enter");
        assertThat(page.locator("#move-dialog textarea")).isFocused();
        keys.type("Waiting for a part").press("Tab").seen().press("Enter");
        assertThat(page.locator("#column-on_hold #" + card + " a[data-open]")).isFocused();
        keys.seen().press("u");
        assertThat(page.locator("#column-in_progress #" + card + " a[data-open]"))
                .isFocused();
        keys.seen().press("m").press("Escape").seen();
        assertThat(page.locator("#" + card + " summary")).isFocused();
    }

    private void finish(Page page, String card) {
        Keys keys = new Keys(page);
        keys.to(page.locator("#" + card + " a[data-open]"), "Shift+Tab").press("Enter");
        keys.to(button(page, "Mark as done")).press("Enter");
        assertThat(page.locator("#request-head")).containsText("Completed");
    }

    private static void review(Page page, String request) {
        page.navigate(request);
        Keys keys = new Keys(page);
        keys.to("input[name=rating]").press("Space");
        keys.to("#comment").type("Quick and friendly.");
        keys.to(button(page, "Send review")).press("Enter");
        assertThat(page.getByText("Thank you for your review")).isVisible();
    }

    /** To the card, with its menu opened. */
    private Keys board(Page page, String card) {
        page.navigate(garage("/board"));
        return new Keys(page)
                .to("#" + card + " a[data-open]")
                .press("Tab")
                .seen()
                .press("Enter");
    }
}
