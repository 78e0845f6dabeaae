package com.gmservices.portability;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a business does for a customer who asks what it knows of them, or to be forgotten. */
@Controller
@RequestMapping("/members/{id}/data")
class MemberDataPages {

    private final PersonalArchive archive;
    private final Departure departure;
    private final Tenants tenants;

    MemberDataPages(PersonalArchive archive, Departure departure, Tenants tenants) {
        this.archive = archive;
        this.departure = departure;
        this.tenants = tenants;
    }

    record ErasureForm(@Nullable String confirm) {}

    @GetMapping
    @Allow("export:members")
    ModelAndView show(CurrentMember admin, @PathVariable UUID id, Model model) {
        model.addAttribute("form", new ErasureForm(null));
        return page(admin, id, model, HttpStatus.OK);
    }

    @GetMapping("/export")
    @Allow("export:members")
    @StepUp
    void export(CurrentMember admin, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        archive.find(admin, new MemberId(id));
        archive.write(admin, new MemberId(id), tenants.current().slug(), Download.begin(response, "member.zip"));
    }

    @PostMapping("/erasure")
    @Allow("erase:members")
    @StepUp
    ModelAndView erase(
            CurrentMember admin,
            @PathVariable UUID id,
            @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!Attempt.succeeds(errors, () -> departure.erase(admin, new MemberId(id), form.confirm()))) {
            return page(admin, id, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "portability.member.erased");
        return new ModelAndView("redirect:/members");
    }

    private ModelAndView page(CurrentMember admin, UUID id, Model model, HttpStatus status) {
        model.addAttribute("who", archive.find(admin, new MemberId(id)));
        return new ModelAndView("portability/member", model.asMap(), status);
    }
}
