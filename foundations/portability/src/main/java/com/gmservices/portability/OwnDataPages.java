package com.gmservices.portability;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where people take their data along, or go. */
@Controller
class OwnDataPages {

    private static final String PAGE = "portability/own";

    private final PersonalArchive archive;
    private final Departure departure;

    OwnDataPages(PersonalArchive archive, Departure departure) {
        this.archive = archive;
        this.departure = departure;
    }

    /** @param confirm the caller's own address */
    record GoingForm(@Nullable String confirm) {}

    @GetMapping("/me/data")
    @Allow(Allow.SIGNED_IN)
    ModelAndView show(CurrentIdentity caller, Model model) {
        model.addAttribute("form", new GoingForm(null));
        return page(caller, model, HttpStatus.OK);
    }

    @GetMapping("/me/data/export")
    @Allow(Allow.SIGNED_IN)
    @StepUp
    void export(CurrentIdentity caller, HttpServletResponse response) throws IOException {
        archive.write(caller, Download.begin(response, "about-you.zip"));
    }

    @PostMapping("/me/data/deletion")
    @Allow(Allow.SIGNED_IN)
    @StepUp
    ModelAndView leave(
            CurrentIdentity caller,
            @ModelAttribute("form") GoingForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request) {
        if (!Attempt.succeeds(errors, () -> departure.leave(caller, form.confirm()))) {
            return page(caller, model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return new ModelAndView("redirect:/goodbye");
    }

    @GetMapping("/goodbye")
    @Allow(Allow.EVERYONE)
    String goodbye() {
        return "portability/goodbye";
    }

    private ModelAndView page(CurrentIdentity caller, Model model, HttpStatus status) {
        model.addAttribute("owned", departure.owned(caller));
        return new ModelAndView(PAGE, model.asMap(), status);
    }
}
