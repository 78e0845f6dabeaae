package com.gmservices.payments.account;

import com.gmservices.payments.gateway.Banks.Bank;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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

/** Where a gateway's payouts go: chosen among its banks, and agreed to once the bank has said whose account it is. */
@Controller
@RequestMapping("/settings/gateways/{gateway}/bank-account")
@Allow(Settings.MANAGE)
class BankAccountPages {

    private final Banking banking;
    private final Tenants tenants;

    BankAccountPages(Banking banking, Tenants tenants) {
        this.banking = banking;
        this.tenants = tenants;
    }

    @GetMapping
    ModelAndView edit(
            CurrentMember admin,
            @PathVariable String gateway,
            @RequestParam(required = false) @Nullable Currency currency,
            Model model) {
        model.addAttribute("form", new BankAccountForm(null, null, null));
        Currency in = currency(admin, gateway, currency);
        try {
            return page(admin, gateway, in, banking.list(admin, gateway, in), HttpStatus.OK, model);
        } catch (AccountRefused.GatewaySilent silent) {
            return page(admin, gateway, in, List.of(), HttpStatus.OK, model);
        }
    }

    /** Asks whose account it is, and takes it when that has been agreed to. */
    @PostMapping
    @StepUp
    ModelAndView name(
            CurrentMember admin,
            @PathVariable String gateway,
            @RequestParam(required = false) @Nullable Currency currency,
            @ModelAttribute("form") BankAccountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Currency in = currency(admin, gateway, currency);
        List<Bank> banks = List.of();
        try {
            banks = banking.list(admin, gateway, in);
            Optional<Bank> bank = form.bank(banks, errors);
            Optional<String> holder = bank.flatMap(it -> banking.holder(admin, gateway, it, form.number()));
            if (bank.isPresent() && holder.isPresent() && holder.get().equals(form.holder())) {
                banking.use(admin, gateway, in, bank.get(), form.number(), holder.get());
                redirect.addFlashAttribute("flash", "gateways.bank.saved");
                return new ModelAndView(back(gateway, in));
            }
            if (bank.isPresent() && holder.isEmpty()) {
                errors.rejectValue("number", "gateways.bank.unknown");
            }
            model.addAttribute("holder", holder.orElse(null));
        } catch (AccountRefused.GatewaySilent silent) {
            errors.reject("gateways.bank.silent");
        } catch (AccountRefused.ChangedMeanwhile refused) {
            errors.reject("gateways.changed");
        }
        HttpStatusCode status = errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return page(admin, gateway, in, banks, status, model);
    }

    @PostMapping("/removal")
    @StepUp
    String end(CurrentMember admin, @PathVariable String gateway, @RequestParam Currency currency) {
        banking.end(admin, gateway, currency);
        return back(gateway, currency);
    }

    private static String back(String gateway, Currency currency) {
        return "redirect:/settings/gateways/%s/bank-account?currency=%s".formatted(gateway, currency);
    }

    /** The business's own if there can be an account in it. */
    private Currency currency(CurrentMember admin, String gateway, @Nullable Currency wanted) {
        List<Currency> known = banking.currencies(admin, gateway);
        Currency usual = wanted == null ? tenants.current().currency() : wanted;
        return known.contains(usual) ? usual : known.getFirst();
    }

    private ModelAndView page(
            CurrentMember admin,
            String gateway,
            Currency currency,
            List<Bank> banks,
            HttpStatusCode status,
            Model model) {
        model.addAttribute("gateway", gateway);
        model.addAttribute("currency", currency);
        model.addAttribute("currencies", banking.currencies(admin, gateway));
        model.addAttribute("banks", banks);
        model.addAttribute("accounts", banking.inUse(admin, gateway));
        model.addAttribute("zone", tenants.current().timeZone());
        return new ModelAndView("payments/gateways/bank-account", model.asMap(), status);
    }
}
