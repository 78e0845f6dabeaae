package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says beside the field, while somebody chooses a password, what will be said when they send it. */
@Controller
class StrengthHint {

    private final PasswordRules rules;
    private final Tenants tenants;

    StrengthHint(PasswordRules rules, Tenants tenants) {
        this.rules = rules;
        this.tenants = tenants;
    }

    /** What else the form holds, by which others might guess. */
    record Form(
            String password,
            @Nullable String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String name) {

        List<String> clues() {
            List<String> clues = new ArrayList<>();
            Optional.ofNullable(email).ifPresent(clues::add);
            Optional.ofNullable(firstName).ifPresent(clues::add);
            Optional.ofNullable(lastName).ifPresent(clues::add);
            Optional.ofNullable(name).ifPresent(clues::add);
            return clues;
        }
    }

    @Allow(Allow.EVERYONE)
    @PostMapping("/password/strength")
    ModelAndView judge(@RequestParam String password, Form form, Optional<CurrentIdentity> caller) {
        if (password.isEmpty() || password.length() > NewPerson.LONGEST_PASSWORD) {
            return hint("identity.password.hint", "");
        }
        List<String> clues = form.clues();
        caller.ifPresent(person -> clues.addAll(List.of(person.email(), person.name())));
        if (CurrentTenant.find().isPresent()) {
            clues.add(tenants.current().name());
        }
        return rules.weakness(password, clues)
                .map(weakness -> hint("identity.refused." + weakness.code(), "text-danger"))
                .orElseGet(() -> hint("identity.password.good", "text-success"));
    }

    private static ModelAndView hint(String message, String tone) {
        return new ModelAndView("identity/strength")
                .addObject("message", message)
                .addObject("tone", tone);
    }
}
