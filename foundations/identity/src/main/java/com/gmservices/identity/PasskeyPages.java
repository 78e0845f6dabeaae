package com.gmservices.identity;

import com.gmservices.identity.factors.FactorRefused;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.factors.Passkeys;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys: adding, naming and removing one's own, and signing in with nothing else. */
@Controller
class PasskeyPages {

    private static final int LONGEST_NAME = 60;

    private final Factors factors;
    private final Passkeys passkeys;
    private final FactorFields fields;
    private final Identities identities;
    private final WebSession session;
    private final Onward onward;
    private final SignInTrail trail;
    private final JsonMapper json;

    PasskeyPages(
            Factors factors,
            Passkeys passkeys,
            FactorFields fields,
            Identities identities,
            WebSession session,
            Onward onward,
            SignInTrail trail,
            JsonMapper json) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.fields = fields;
        this.identities = identities;
        this.session = session;
        this.onward = onward;
        this.trail = trail;
        this.json = json;
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @GetMapping("/me/security/passkeys/new")
    ModelAndView create(CurrentIdentity caller, HttpServletRequest request) {
        return creation(caller, HttpStatus.OK, request);
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @PostMapping("/me/security/passkeys")
    ModelAndView add(
            CurrentIdentity caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        byte[] nonce = PasskeyNonce.take(request);
        if (nonce == null || code.isEmpty() || isUnfit(name)) {
            return failed(caller, request);
        }
        try {
            List<String> codes = factors.addPasskey(caller, name.strip(), nonce, code);
            redirect.addFlashAttribute("flash", "identity.passkey.added");
            return codes.isEmpty()
                    ? new ModelAndView("redirect:/me/security")
                    : SecurityPages.codes(codes).addObject("news", "identity.passkey.added");
        } catch (FactorRefused refused) {
            return failed(caller, request);
        }
    }

    @Allow(Allow.SIGNED_IN)
    @PostMapping("/me/security/passkeys/{id}/name")
    String rename(
            CurrentIdentity caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect) {
        String before = factors.passkey(caller, id).name();
        if (!isUnfit(name) && !name.strip().equals(before)) {
            factors.renamePasskey(caller, id, name.strip());
            redirect.addFlashAttribute("flash", "identity.passkey.renamed");
        }
        return "redirect:/me/security";
    }

    @Allow(Allow.SIGNED_IN)
    @StepUp
    @PostMapping("/me/security/passkeys/{id}/remove")
    String remove(CurrentIdentity caller, @PathVariable UUID id, RedirectAttributes redirect) {
        factors.removePasskey(caller, id);
        redirect.addFlashAttribute("flash", "identity.security.removed");
        return "redirect:/me/security";
    }

    @Allow(Allow.EVERYONE)
    @GetMapping("/sign-in/passkey")
    ModelAndView ask(@RequestParam(required = false) @Nullable String next, HttpServletRequest request) {
        return signIn(next, HttpStatus.OK, request);
    }

    /** A passkey that has asked for finger, face or PIN is two factors in one. */
    @Allow(Allow.EVERYONE)
    @PostMapping("/sign-in/passkey")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Optional.ofNullable(PasskeyNonce.take(request))
                .flatMap(nonce -> passkeys.authenticate(Optional.empty(), nonce, code))
                .flatMap(identities::find)
                .map(person -> {
                    session.complete(person.id(), List.of(Means.PASSKEY), request, response);
                    return onward.after(next, person.id(), person.operator());
                })
                .orElseGet(() -> turnedAway(next, request));
    }

    private ModelAndView turnedAway(@Nullable String next, HttpServletRequest request) {
        trail.turnedAway(Means.PASSKEY);
        return signIn(next, HttpStatus.UNPROCESSABLE_CONTENT, request).addObject("wrong", "identity.passkey.unknown");
    }

    private ModelAndView signIn(@Nullable String next, HttpStatus status, HttpServletRequest request) {
        return fields.asking(
                new ModelAndView("identity/passkey-sign-in", status).addObject("next", next),
                Optional.empty(),
                request);
    }

    private ModelAndView creation(CurrentIdentity caller, HttpStatus status, HttpServletRequest request) {
        return new ModelAndView("identity/passkey-new", status)
                .addObject(
                        "passkeyOptions",
                        json.writeValueAsString(passkeys.creation(caller, PasskeyNonce.next(request))))
                .addObject("first", !factors.areOn(caller.id()));
    }

    private ModelAndView failed(CurrentIdentity caller, HttpServletRequest request) {
        return creation(caller, HttpStatus.UNPROCESSABLE_CONTENT, request)
                .addObject("wrong", "identity.passkey.failed");
    }

    private static boolean isUnfit(String name) {
        return !name.strip().matches("\\P{Cntrl}{1," + LONGEST_NAME + "}");
    }
}
