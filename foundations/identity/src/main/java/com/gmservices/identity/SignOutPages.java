package com.gmservices.identity;

import com.gmservices.identity.PasswordPages.AddressForm;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.StepUp;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an operator signs somebody out everywhere. */
@Controller
@RequestMapping("/operator/sign-outs")
@Allow(Allow.OPERATOR)
class SignOutPages {

    private static final String PAGE = "identity/sign-outs";

    private final SignOuts signOuts;

    SignOutPages(SignOuts signOuts) {
        this.signOuts = signOuts;
    }

    @GetMapping
    ModelAndView show() {
        return new ModelAndView(PAGE, "form", AddressForm.EMPTY);
    }

    @PostMapping
    @StepUp
    ModelAndView signOut(
            @Valid @ModelAttribute("form") AddressForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()
                || Attempt.at(() -> signOuts.everywhere(form.email()), errors).isEmpty()) {
            return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "identity.sign-outs.done");
        return new ModelAndView("redirect:/operator/sign-outs");
    }
}
