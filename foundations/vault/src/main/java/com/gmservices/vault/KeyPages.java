package com.gmservices.vault;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.StepUp;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the platform's operators have the keys renewed, and see how far that is. */
@Controller
@RequestMapping("/operator/keys")
@Allow(Allow.OPERATOR)
class KeyPages {

    private final Rotations rotations;
    private final DataKeys keys;
    private final MasterKeys masters;

    KeyPages(Rotations rotations, DataKeys keys, MasterKeys masters) {
        this.rotations = rotations;
        this.keys = keys;
        this.masters = masters;
    }

    @GetMapping
    String show(Model model) {
        String current = masters.current().id();
        model.addAttribute("rotation", rotations.latest().orElse(null));
        model.addAttribute("master", current);
        model.addAttribute("count", keys.count());
        model.addAttribute("older", keys.countWrappedByOtherThan(current));
        return "vault/keys";
    }

    @PostMapping("/rotations")
    @StepUp
    String rotate(RedirectAttributes redirect) {
        rotations.ask();
        redirect.addFlashAttribute("flash", "vault.keys.asked");
        return "redirect:/operator/keys";
    }
}
