package com.gmservices.portability;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import com.gmservices.tenancy.WhileClosing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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

/** Where a business takes its data along, and is given up. */
@Controller
@RequestMapping("/settings/data")
@Allow("export:tenant")
class TenantDataPages {

    private static final String PAGE = "portability/tenant";
    private static final String HERE = "redirect:/settings/data";

    private final TransferDesk desk;
    private final Closings closings;
    private final Tenants tenants;

    TenantDataPages(TransferDesk desk, Closings closings, Tenants tenants) {
        this.desk = desk;
        this.closings = closings;
        this.tenants = tenants;
    }

    /** @param again typed a second time, for nobody can ask for it later */
    record ExportForm(@Nullable String passphrase, @Nullable String again) {

        @Override
        public String toString() {
            return "ExportForm[]";
        }
    }

    record ClosingForm(@Nullable String confirm) {}

    @GetMapping
    ModelAndView show(CurrentMember admin, Model model) {
        return page(admin, model, HttpStatus.OK);
    }

    @PostMapping("/exports")
    @StepUp
    @WhileClosing
    ModelAndView export(
            CurrentMember admin,
            @ModelAttribute("form") ExportForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!Objects.equals(form.passphrase(), form.again())) {
            errors.rejectValue("again", "portability.passphrase.differs");
        }
        if (errors.hasErrors() || !Attempt.succeeds(errors, () -> desk.export(admin, form.passphrase()))) {
            return page(admin, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "portability.export.begun");
        return new ModelAndView(HERE);
    }

    @GetMapping("/exports/{id}")
    @StepUp
    void fetch(CurrentMember admin, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        try (InputStream archive = desk.fetch(admin, id)) {
            archive.transferTo(Download.begin(response, tenants.current().slug() + ".zip"));
        }
    }

    @PostMapping("/exports/{id}/disposal")
    @WhileClosing
    String discard(CurrentMember admin, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.discard(admin, id);
        redirect.addFlashAttribute("flash", "portability.export.discarded");
        return HERE;
    }

    @PostMapping("/closing")
    @Allow("delete:tenant")
    @StepUp
    @WhileClosing
    ModelAndView close(
            CurrentMember owner,
            @ModelAttribute("closingForm") ClosingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!Attempt.succeeds(errors, () -> closings.ask(owner, form.confirm()))) {
            return page(owner, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "portability.closing.asked");
        return new ModelAndView(HERE);
    }

    @PostMapping("/closing/withdrawal")
    @Allow("delete:tenant")
    @StepUp
    @WhileClosing
    String keep(CurrentMember owner, RedirectAttributes redirect) {
        closings.callOff(owner);
        redirect.addFlashAttribute("flash", "portability.closing.kept");
        return HERE;
    }

    private ModelAndView page(CurrentMember admin, Model model, HttpStatus status) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new ExportForm(null, null));
        }
        if (!model.containsAttribute("closingForm")) {
            model.addAttribute("closingForm", new ClosingForm(null));
        }
        model.addAttribute("exports", desk.exports(admin));
        model.addAttribute("closing", closings.find(admin).orElse(null));
        model.addAttribute("owner", closings.isOwner(admin));
        return new ModelAndView(PAGE, model.asMap(), status);
    }
}
