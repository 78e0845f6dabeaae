package com.gmservices.events;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the platform's operators see what could not be told, and have it tried again. */
@Controller
@RequestMapping("/operator/untold")
@Allow(Allow.OPERATOR)
class UntoldPages {

    private static final int PER_PAGE = 50;

    private final Untold untold;

    UntoldPages(Untold untold) {
        this.untold = untold;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Untold.Line> page = untold.list(cursor == null ? Cursor.newest() : cursor, PER_PAGE);
        model.addAttribute("lines", page.data());
        model.addAttribute("next", page.nextCursor());
        model.addAttribute("first", cursor == null);
        model.addAttribute("trying", untold.countTrying());
        model.addAttribute("readers", untold.readers());
        return "events/untold";
    }

    @PostMapping("/tries")
    String tryAll(RedirectAttributes redirect) {
        untold.tryAllAgain();
        return trying(redirect);
    }

    @PostMapping("/{id}/tries")
    String tryOne(@PathVariable UUID id, RedirectAttributes redirect) {
        untold.tryAgain(id);
        return trying(redirect);
    }

    private static String trying(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "events.untold.trying-again");
        return "redirect:/operator/untold";
    }
}
