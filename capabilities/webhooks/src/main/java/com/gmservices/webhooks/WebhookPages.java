package com.gmservices.webhooks;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.StepUp;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Endpoints.Wish;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Endpoints, for administrators. A secret is in the answer to the form that made it and nowhere else. */
@Controller
@RequestMapping("/settings/webhooks")
@Allow(Endpoints.MANAGE)
class WebhookPages {

    private static final String LIST = "redirect:/settings/webhooks";
    private static final String FORM = "webhooks/form";

    private final Endpoints endpoints;
    private final EventTypes types;

    WebhookPages(Endpoints endpoints, EventTypes types) {
        this.endpoints = endpoints;
        this.types = types;
    }

    @GetMapping
    String list(CurrentMember admin, Model model) {
        model.addAttribute("endpoints", endpoints.all(admin));
        return "webhooks/index";
    }

    @GetMapping("/events")
    String events(Model model) {
        addTypes(model);
        return "webhooks/events";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", EndpointForm.empty());
        model.addAttribute("endpoint", null);
        addTypes(model);
        return FORM;
    }

    @PostMapping
    @StepUp
    ModelAndView add(
            CurrentMember admin, @Valid @ModelAttribute("form") EndpointForm form, BindingResult errors, Model model) {
        Optional<Made> made = attempt(errors, () -> endpoints.add(admin, form.wish()));
        if (made.isEmpty()) {
            model.addAttribute("endpoint", null);
            addTypes(model);
            return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return secret(made.get(), model, HttpStatus.CREATED);
    }

    @GetMapping("/{id}/edit")
    String edit(CurrentMember admin, @PathVariable UUID id, Model model) {
        Endpoint endpoint = endpoints.find(admin, new EndpointId(id));
        model.addAttribute("form", EndpointForm.of(endpoint));
        model.addAttribute("endpoint", endpoint);
        addTypes(model);
        return FORM;
    }

    @PostMapping("/{id}")
    ModelAndView change(
            CurrentMember admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EndpointForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        var endpoint = new EndpointId(id);
        if (attempt(errors, () -> endpoints.change(admin, endpoint, form.revision(), form.wish()))
                .isPresent()) {
            redirect.addFlashAttribute("flash", "webhooks.saved");
            return new ModelAndView(LIST + "/" + id);
        }
        model.addAttribute("endpoint", endpoints.find(admin, endpoint));
        addTypes(model);
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/activity")
    String activity(
            CurrentMember admin, @PathVariable UUID id, @RequestParam boolean active, RedirectAttributes redirect) {
        Endpoint endpoint = endpoints.find(admin, new EndpointId(id));
        endpoints.change(admin, endpoint.id(), endpoint.revision(), new Wish(null, null, null, null, null, active));
        redirect.addFlashAttribute("flash", active ? "webhooks.enabled" : "webhooks.disabled");
        return LIST + "/" + id;
    }

    @PostMapping("/{id}/secret")
    @StepUp
    ModelAndView rotate(CurrentMember admin, @PathVariable UUID id, Model model) {
        return secret(endpoints.rotateSecret(admin, new EndpointId(id)), model, HttpStatus.OK);
    }

    @PostMapping("/{id}/removal")
    String remove(CurrentMember admin, @PathVariable UUID id, RedirectAttributes redirect) {
        endpoints.remove(admin, new EndpointId(id));
        redirect.addFlashAttribute("flash", "webhooks.removed");
        return LIST;
    }

    private static ModelAndView secret(Made made, Model model, HttpStatus status) {
        model.addAttribute("endpoint", made.endpoint());
        model.addAttribute("secret", made.secret().text());
        return new ModelAndView("webhooks/secret", model.asMap(), status);
    }

    private void addTypes(Model model) {
        model.addAttribute(
                "groups",
                types.all().stream()
                        .collect(Collectors.groupingBy(
                                type -> type.name().substring(0, type.name().indexOf('.')),
                                LinkedHashMap::new,
                                Collectors.toList())));
    }

    /** What is wrong is told beside the field that it is about. */
    private static <T> Optional<T> attempt(BindingResult form, Supplier<T> work) {
        if (form.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } catch (WebhooksRefused.Stale | WebhooksRefused.TooMany refused) {
            form.reject(refused.code(), String.valueOf(refused.getMessage()));
        } catch (WebhooksRefused.Unfit refused) {
            refused.errors().forEach(error -> tell(form, error));
        }
        return Optional.empty();
    }

    private static void tell(BindingResult form, Refusal.FieldError error) {
        form.rejectValue(error.pointer().substring(1).toLowerCase(Locale.ROOT), "webhooks.unfit", error.detail());
    }
}
