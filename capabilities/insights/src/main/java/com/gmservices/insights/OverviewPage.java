package com.gmservices.insights;

import com.gmservices.insights.Marks.Mark;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the business does, for those who run it. */
@Controller
@RequestMapping("/overview")
@Allow("read:insights")
class OverviewPage {

    private static final List<Integer> CHOICES = List.of(7, 28, 90);
    private static final int USUAL = 28;

    private final Overviews overviews;
    private final Checklists checklists;
    private final Tenants tenants;
    private final Links links;
    private final MessageSource messages;

    OverviewPage(Overviews overviews, Checklists checklists, Tenants tenants, Links links, MessageSource messages) {
        this.overviews = overviews;
        this.checklists = checklists;
        this.tenants = tenants;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping
    @Transactional(readOnly = true)
    String show(CurrentMember admin, @RequestParam(defaultValue = "" + USUAL) int days, Locale locale, Model model) {
        Overview overview = overviews.of(admin, CHOICES.contains(days) ? days : USUAL);
        model.addAttribute("choices", CHOICES);
        model.addAttribute("overview", overview);
        model.addAttribute("median", say(overview.answers().median(), locale));
        model.addAttribute("medianBefore", say(overview.answers().medianBefore(), locale));
        model.addAttribute("checklist", checklists.find(admin).orElse(null));
        model.addAttribute("publicPage", links.tenant(tenants.current(), "/"));
        return "insights/overview";
    }

    /** Ticks a step that no fact tells, or puts the list away. */
    @PostMapping("/checklist")
    String mark(CurrentMember admin, @RequestParam Mark mark) {
        checklists.mark(admin, mark);
        return "redirect:/overview";
    }

    @PostMapping("/checklist/again")
    String show(CurrentMember admin) {
        checklists.show(admin);
        return "redirect:/overview";
    }

    private @Nullable String say(@Nullable Wait wait, Locale locale) {
        if (wait == null) {
            return null;
        }
        String key = wait.hours() == 0 ? "minutes" : wait.rest() == 0 ? "hours" : "both";
        return messages.getMessage("insights.wait." + key, new Object[] {wait.hours(), wait.rest()}, locale);
    }
}
