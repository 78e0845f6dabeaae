package com.gmservices;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wider than the screen, or shuts somebody out. */
final class Faults {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Faults() {}

    /** Asks axe within the page: its own way opens a second page for each answer. */
    static List<String> of(Page page, String where, int width) {
        List<String> faults = new ArrayList<>();
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            faults.add(where + " is " + wide + " wide");
        }
        if ((Boolean) page.evaluate("typeof axe === 'undefined'")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> violations = (List<?>) page.evaluate("""
                tags => axe.run(document, {runOnly: tags, resultTypes: ['violations'], iframes: false}).then(result =>
                    result.violations.flatMap(violation => violation.nodes.map(node => violation.id + ' ' + node.html)))
                """, TAGS);
        violations.forEach(violation -> faults.add(where + " " + violation));
        return faults;
    }
}
