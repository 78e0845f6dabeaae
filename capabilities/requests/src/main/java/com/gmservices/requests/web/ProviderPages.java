package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.requests.Provider;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.Providers.Draft;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** Who can be assigned: staff look, administrators say who it is. */
@Controller
@RequestMapping("/providers")
@Allow("update:providers")
class ProviderPages {

    private static final String FORM = "requests/providers/provider";

    private final Providers providers;
    private final TypeChoices types;
    private final Members members;

    ProviderPages(Providers providers, TypeChoices types, Members members) {
        this.providers = providers;
        this.types = types;
        this.members = members;
    }

    @GetMapping
    @Allow("read:providers")
    String list(CurrentMember staff, @RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Provider> page = providers.list(staff, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT);
        model.addAttribute("page", page);
        model.addAttribute("open", providers.openRequests(staff));
        model.addAttribute(
                "people",
                members.findAll(page.data().stream()
                        .map(Provider::member)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        return "requests/providers/index";
    }

    /** The first one is most often who opens the business, and does all of it. */
    @GetMapping("/new")
    String create(CurrentMember admin, Model model) {
        boolean first = providers.list(admin, Cursor.newest(), 1).data().isEmpty();
        Set<String> codes = types.with(Set.of()).values().stream()
                .flatMap(List::stream)
                .map(ServiceType::code)
                .collect(Collectors.toSet());
        model.addAttribute(
                "form",
                new ProviderForm(
                        first ? admin.id().value() : null,
                        "",
                        first || codes.size() == 1 ? codes : Set.of(),
                        Boolean.TRUE,
                        0));
        addChoices(model, null);
        return FORM;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Provider provider = find(id);
        model.addAttribute("form", ProviderForm.of(provider));
        addChoices(model, provider);
        return FORM;
    }

    @PostMapping
    ModelAndView add(
            CurrentMember admin,
            @Valid @ModelAttribute("form") ProviderForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (save(errors, null, draft -> providers.add(admin, draft))) {
            redirect.addFlashAttribute("flash", "providers.added");
            return new ModelAndView("redirect:/providers");
        }
        addChoices(model, null);
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}")
    ModelAndView change(
            CurrentMember admin,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProviderForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Provider provider = find(id);
        if (save(errors, provider, draft -> providers.change(admin, provider.id(), form.revision(), draft))) {
            redirect.addFlashAttribute("flash", "providers.saved");
            return new ModelAndView("redirect:/providers");
        }
        addChoices(model, provider);
        return new ModelAndView(FORM, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean save(BindingResult errors, @Nullable Provider provider, Consumer<Draft> work) {
        Draft draft = Saving.form(errors, ProviderForm.class).draft(staff(provider), errors);
        return Saving.succeeds(errors, () -> work.accept(draft));
    }

    private void addChoices(Model model, @Nullable Provider provider) {
        model.addAttribute("provider", provider);
        model.addAttribute("colleagues", staff(provider).values());
        model.addAttribute("types", types.with(provider == null ? Set.of() : provider.serviceTypes()));
    }

    /** Everybody who works here, and whoever it is even if they have left. */
    private Map<MemberId, Member> staff(@Nullable Provider provider) {
        Map<MemberId, Member> staff = members.staff().stream()
                .collect(Collectors.toMap(Member::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        if (provider != null && provider.member() != null) {
            members.find(provider.member()).ifPresent(member -> staff.putIfAbsent(member.id(), member));
        }
        return staff;
    }

    private Provider find(UUID id) {
        return providers.find(new ProviderId(id)).orElseThrow(() -> new RequestRefused.NotFound("provider"));
    }
}
