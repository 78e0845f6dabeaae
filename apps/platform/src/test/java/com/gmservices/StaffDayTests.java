package com.gmservices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two of the staff at work, each before a browser of their own. */
class StaffDayTests extends AtTheGarage {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(3_000);

    @Test
    void whatOneDropsTheOtherSeesMove() {
        try (BrowserContext one = desk();
                BrowserContext other = desk()) {
            Page grace = open(one, OWNER, "/board");
            Page luis = open(other, STAFF, "/board");
            String card = "#"
                    + grace.locator("#column-in_progress .gm-ticket").first().getAttribute("id");

            drop(grace, card, "#column-on_hold");
            grace.locator("dialog textarea").fill("Waiting for a part");
            button(grace, "Put on hold").click();

            assertThat(grace.locator("#column-on_hold " + card)).isVisible(SOON);
            assertThat(luis.locator("#column-on_hold " + card)).isVisible(SOON);

            button(grace, "Undo").click();
            assertThat(luis.locator("#column-in_progress " + card)).isVisible(SOON);
        }
    }

    @Test
    void onlyColumnsToWhichACardCanGoTakeIt() {
        try (BrowserContext context = desk()) {
            Page page = open(context, OWNER, "/board");
            String card =
                    "#" + page.locator("#column-confirmed .gm-ticket").first().getAttribute("id");

            drop(page, card, "#column-quoted");

            assertThat(page.locator("#column-confirmed " + card)).isVisible();
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
    }

    @Test
    void aCardIsMovedByKeyboard() {
        try (BrowserContext context = desk()) {
            Page page = open(context, OWNER, "/board");
            Locator link =
                    page.locator("#column-on_hold .gm-ticket a[data-open]").first();
            String card = "#" + link.getAttribute("id").replace("open-", "card-");
            link.focus();
            page.keyboard().press("m");
            page.keyboard().press("Enter");

            assertThat(page.locator("#column-in_progress " + card)).isVisible(SOON);
            assertThat(page.locator("#column-on_hold " + card)).hasCount(0);
        }
    }

    @Test
    void whatIsBeingTypedIsKept() {
        try (BrowserContext one = desk();
                BrowserContext other = desk()) {
            Page grace = open(one, OWNER, "/board");
            grace.locator("#column-confirmed .gm-ticket a[data-open]").first().click();
            grace.locator("#request-cancel summary").click();
            grace.locator("#cancel_reason").fill("The customer rang and");
            Page luis = open(other, STAFF, grace.url().substring(grace.url().indexOf("/requests")));

            button(luis, "Start work").click();

            assertThat(grace.locator("#request-head")).containsText("In progress");
            assertThat(grace.locator("#cancel_reason")).hasValue("The customer rang and");
        }
    }

    @Test
    void aWalkInIsTakenInByKeyboardAlone() {
        try (BrowserContext context = desk()) {
            Page page = open(context, STAFF, "/day");
            page.keyboard().press("c");
            page.waitForURL(Pattern.compile(".*/requests/new"));
            page.keyboard().type("Yemi Quick");
            assertThat(page.getByText("Nobody is known by that yet")).isVisible();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            page.keyboard().type("978 555 0199");
            page.locator("#service").focus();
            page.keyboard().type("Repair");
            page.keyboard().press("Enter");
            page.locator("#details-vehicle-make").fill("Toyota");
            page.locator("#details-vehicle-model").fill("Corolla");
            page.locator("#details-vehicle-year").fill("2017");
            page.locator("#details-vehicle-plate").fill("7KD 902");
            page.locator("#details-concern").fill("The brakes squeal when it rains.");
            page.locator("input[name='details.drivable'][value=yes]").check();
            page.locator("input[name='details.handover'][value=drop_off]").check();
            button(page, "Take it in").click();

            assertThat(page.getByText("Taken in.")).isVisible();
            assertThat(page.locator("#request-people")).containsText("Yemi Quick");
            assertThat(page.locator("#request-people")).containsText("978 555 0199");
            assertThat(page.getByText("Answer due in").first()).isVisible();
        }
    }

    @Test
    void aWholePageOfRequestsIsGivenToSomebody() {
        try (BrowserContext context = desk()) {
            Page page = open(context, OWNER, "/requests?status=confirmed");
            Locator boxes = page.locator("input[name=request]");
            assertThat(button(page, "Assign")).isHidden();
            boxes.first().check();
            page.getByLabel("All on this page").check();
            assertThat(page.locator("input[name=request]:checked")).hasCount(boxes.count());
            page.getByLabel("All on this page").uncheck();
            assertThat(button(page, "Assign")).isHidden();
        }
    }

    @Test
    void theKeysAreShownAndNeverWhileOneTypes() {
        try (BrowserContext context = desk()) {
            Page page = open(context, OWNER, "/day");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            assertThat(new AxeBuilder(page)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                            .analyze()
                            .getViolations())
                    .isEmpty();
            page.keyboard().press("Escape");
            page.navigate(garage("/requests/new"));
            page.locator("#q").fill("c?");
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isHidden();
        }
    }

    /** In steps, as a hand moves. */
    private static void drop(Page page, String card, String column) {
        page.locator(card).hover(new Locator.HoverOptions().setPosition(20, 12));
        page.mouse().down();
        BoundingBox from = page.locator(card).boundingBox();
        page.mouse().move(from.x + 40, from.y + 30);
        BoundingBox to = page.locator(column).boundingBox();
        page.mouse().move(to.x + to.width / 2, to.y + 60);
        page.mouse().move(to.x + to.width / 2, to.y + 64);
        page.mouse().up();
    }
}
