package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody without a mouse. Wherever the focus goes on the way, it is to be seen. */
final class Keys {

    private static final int FAR = 150;
    private static final String THERE = "there";
    private static final String NOWHERE = "nowhere";

    /** Empty when all is well: the focus stands on something that shows it, within the window and under nothing. */
    private static final String LOOK = """
            target => {
              const focus = document.activeElement
              if (focus && focus === target) return fault(focus) || 'there'
              return !focus || focus === document.body ? 'nowhere' : fault(focus)

              function fault(focus) {
                const shown = [focus, focus.closest('.gm-ticket')].filter(Boolean).some(one => {
                  const style = getComputedStyle(one)
                  return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none' || style.boxShadow !== 'none'
                })
                const box = focus.getBoundingClientRect()
                const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
                const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
                const top = document.elementFromPoint(x, y)
                const seen = top && (top === focus || focus.contains(top) || top.contains(focus) || [...focus.labels ?? []].some(label => label.contains(top)))
                return shown && seen ? '' : (shown ? 'hidden: ' : 'no ring: ') + focus.outerHTML.slice(0, 200)
              }
            }""";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** To the first of them, by Tab or by Shift+Tab. Between the end of a page and its beginning the focus is nowhere. */
    Keys to(Locator target, String key) {
        for (int step = 0; step < FAR; step++) {
            String look = (String) target.first().evaluate(LOOK);
            if (look.equals(THERE)) {
                return this;
            }
            assertThat(look).as(page.url()).isIn("", NOWHERE);
            page.keyboard().press(key);
        }
        throw new AssertionError("Nobody gets by %s to %s on %s".formatted(key, target, page.url()));
    }

    /** Past the menus, by the link that every page begins with. */
    Keys skip() {
        return press("Tab").seen().press("Enter");
    }

    /** Among the choices of a group, by arrows. */
    Keys choose(Locator target) {
        to(page.locator("main input[type=radio]").first());
        return to(target, "ArrowDown");
    }

    Keys to(Locator target) {
        return to(target, "Tab");
    }

    Keys to(String selector) {
        return to(page.locator(selector).first());
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keys seen() {
        assertThat((String) page.evaluate(LOOK)).as(page.url()).isEmpty();
        return this;
    }
}
