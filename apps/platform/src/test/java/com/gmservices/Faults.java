package com.gmservices;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wider than the screen, or shuts somebody out. */
final class Faults {

    /** Fields beyond the edge of what holds them; and tables that slide under it, save those that are made for it. */
    private static final String JUTTING = """
            () => [...document.querySelectorAll('main :is(input, select, textarea), main .table-scroll:not([role=region])')]
                .filter(one => one.checkVisibility() && !one.closest('.visually-hidden')).filter(one => {
                    const around = one.parentElement, inner = getComputedStyle(around).paddingRight
                    const edge = around.getBoundingClientRect().right - parseFloat(inner) + 1
                    return one.matches('div') ? one.scrollWidth > one.clientWidth + 1 : one.getBoundingClientRect().right > edge
                }).map(one => one.outerHTML.slice(0, 120))""";

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Map<String, Object> COLOURS =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private Faults() {}

    /** Light and dark: the theme changes colours and nothing else. */
    static List<String> of(Page page, String where, int width) {
        List<String> faults = new ArrayList<>();
        page.waitForLoadState();
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            faults.add(where + " is " + wide + " wide");
        }
        for (Object one : (List<?>) page.evaluate(JUTTING)) {
            faults.add(where + " has jutting out " + one);
        }
        turn(page, ColorScheme.LIGHT);
        faults.addAll(violations(page, where + " in light", TAGS));
        turn(page, ColorScheme.DARK);
        faults.addAll(violations(page, where + " in the dark", COLOURS));
        return faults;
    }

    private static void turn(Page page, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.waitForSelector(
                "html[data-bs-theme=%s]".formatted(theme.name().toLowerCase(Locale.ROOT)),
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Asks axe within the page: its own way opens a second page for each answer. */
    private static List<String> violations(Page page, String where, Object rules) {
        if ((Boolean) page.evaluate("typeof axe === 'undefined'")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> violations = (List<?>) page.evaluate("""
                rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], iframes: false}).then(result =>
                    result.violations.flatMap(violation => violation.nodes.map(node => violation.id + ' ' + node.html)))
                """, rules);
        return violations.stream().map(violation -> where + " " + violation).toList();
    }
}
