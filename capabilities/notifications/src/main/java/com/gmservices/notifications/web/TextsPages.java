package com.gmservices.notifications.web;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.preference.Languages;
import com.gmservices.notifications.preference.NoticeKinds;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.sms.SmsBudget;
import com.gmservices.notifications.wording.Phrase;
import com.gmservices.notifications.wording.Wording;
import com.gmservices.notifications.wording.Wordings;
import com.gmservices.notifications.wording.Wordings.Place;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Where an administrator words what the business tells, and says in which language it speaks. */
@Controller
@RequestMapping("/settings/texts")
@Allow("update:notification-texts")
class TextsPages {

    private final Wordings wordings;
    private final NoticeKinds kinds;
    private final Readers readers;
    private final SmsBudget budget;
    private final Tenants tenants;

    TextsPages(Wordings wordings, NoticeKinds kinds, Readers readers, SmsBudget budget, Tenants tenants) {
        this.wordings = wordings;
        this.kinds = kinds;
        this.readers = readers;
        this.budget = budget;
        this.tenants = tenants;
    }

    record Form(
            @Nullable String subject,
            @Nullable String text,
            @Nullable Integer version) {}

    @GetMapping
    String list(CurrentMember admin, Model model) {
        Set<String> own = wordings.own(admin).stream()
                .map(it -> path(new Place(it.key(), it.language(), it.channel())))
                .collect(Collectors.toSet());
        model.addAttribute(
                "kinds",
                kinds.all().stream().filter(kind -> !kind.texts().isEmpty()).toList());
        model.addAttribute("own", own);
        model.addAttribute("languages", Languages.ALL);
        model.addAttribute("language", readers.house(admin.tenant()).language());
        model.addAttribute("spent", budget.spent(admin.tenant()));
        model.addAttribute("caps", budget.caps(admin.tenant()));
        return "notifications/wordings";
    }

    @PostMapping("/language")
    String speak(CurrentMember admin, @RequestParam String language, RedirectAttributes redirect) {
        Locale chosen = Languages.of(language)
                .orElseThrow(() -> new NotificationsRefused.Unfit("/language", "We tell in en and fr"));
        readers.speak(admin.tenant(), chosen);
        redirect.addFlashAttribute("flash", "notifications.texts.saved");
        return "redirect:/settings/texts";
    }

    @GetMapping("/{place}")
    String edit(
            CurrentMember admin,
            @PathVariable("place") String path,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        Place place = place(path);
        List<Wording> history = wordings.history(admin, place);
        Phrase ours = wordings.ours(place);
        Wording shown = history.stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElse(null);
        String subject = shown == null || shown.subject() == null ? ours.subject() : shown.subject();
        String text = shown == null || shown.text() == null ? ours.text() : shown.text();
        model.addAttribute("form", new Form(subject, text, newest(history)));
        addPlace(admin, place, subject, text, model);
        return "notifications/wording";
    }

    /** With {@code preview} nothing is saved: what is typed is shown as it would be read. */
    @PostMapping("/{place}")
    ModelAndView save(
            CurrentMember admin,
            @PathVariable("place") String path,
            @RequestParam(required = false) @Nullable String preview,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Place place = place(path);
        String text = Objects.requireNonNullElse(form.text, "");
        try {
            if (preview == null) {
                wordings.save(admin, place, Objects.requireNonNullElse(form.version, 0), form.subject, text);
                redirect.addFlashAttribute("flash", "notifications.texts.saved");
                return new ModelAndView("redirect:/settings/texts/" + path(place));
            }
            wordings.check(place, form.subject, text);
        } catch (NotificationsRefused.Unfit unfit) {
            for (FieldError error : unfit.errors()) {
                errors.rejectValue(error.pointer().substring(1), "unfit", error.detail());
            }
        } catch (NotificationsRefused.ChangedMeanwhile meanwhile) {
            errors.reject("stale", String.valueOf(meanwhile.getMessage()));
        }
        addPlace(admin, place, form.subject, text, model);
        return new ModelAndView(
                "notifications/wording",
                model.asMap(),
                errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @PostMapping("/{place}/restore")
    String restore(
            CurrentMember admin,
            @PathVariable("place") String path,
            @RequestParam int version,
            RedirectAttributes redirect) {
        Place place = place(path);
        wordings.restore(admin, place, version);
        redirect.addFlashAttribute("flash", "notifications.texts.restored");
        return "redirect:/settings/texts/" + path(place);
    }

    private void addPlace(CurrentMember admin, Place place, @Nullable String subject, String text, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("path", path(place));
        model.addAttribute("history", wordings.history(admin, place));
        model.addAttribute("variables", wordings.variables(place));
        model.addAttribute("sample", wordings.preview(admin, place, subject, text));
        model.addAttribute("zone", tenants.current().timeZone());
    }

    private static int newest(List<Wording> history) {
        return history.isEmpty() ? 0 : history.getFirst().version();
    }

    /** A path has one part for a text: {@code requests.news.customer.quote,fr,mail}. */
    private static Place place(String path) {
        String[] parts = path.split(",", -1);
        if (parts.length != 3
                || Stream.of(Channel.values()).noneMatch(it -> it.code().equals(parts[2]))) {
            throw new NotificationsRefused.NotFound("text");
        }
        Locale language = Languages.of(parts[1]).orElseThrow(() -> new NotificationsRefused.NotFound("text"));
        return new Place(parts[0], language, Channel.of(parts[2]));
    }

    private static String path(Place place) {
        return "%s,%s,%s"
                .formatted(
                        place.key(),
                        place.language().getLanguage(),
                        place.channel().code());
    }
}
