package com.gmservices.tenancy.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All businesses, for the platform's operators. A business is shut out, or let in again, from a page that asks first. */
@Controller
@RequestMapping("/operator/tenants")
@Allow(Allow.OPERATOR)
class OperatorPages {

    private final Tenants tenants;
    private final Plans plans;

    OperatorPages(Tenants tenants, Plans plans) {
        this.tenants = tenants;
        this.plans = plans;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", tenants.all(q, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT));
        return "tenancy/operator-tenants";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Tenant tenant = find(id);
        model.addAttribute("tenant", tenant);
        model.addAttribute("form", PlanForm.of(plans.look(tenant.id()), tenant.revision()));
        return "tenancy/operator-tenant";
    }

    @PostMapping("/{id}/plan")
    @StepUp
    ModelAndView agree(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PlanForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Tenant tenant = find(id);
        if (Saving.succeeds(errors, () -> plans.agree(tenant.id(), form.revision(), form.plan(tenant.currency())))) {
            tenants.forget();
            redirect.addFlashAttribute("flash", "tenancy.saved");
            return new ModelAndView("redirect:/operator/tenants/" + id);
        }
        model.addAttribute("tenant", tenant);
        return new ModelAndView("tenancy/operator-tenant", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Tenant find(UUID id) {
        return tenants.find(new TenantId(id)).orElseThrow(() -> new TenancyRefused.NotFound("business"));
    }

    @PostMapping("/{id}/suspension")
    @StepUp
    String suspend(@PathVariable UUID id, RedirectAttributes redirect) {
        return set(id, Tenant.Status.SUSPENDED, "tenancy.operator.suspended", redirect);
    }

    @PostMapping("/{id}/resumption")
    @StepUp
    String resume(@PathVariable UUID id, RedirectAttributes redirect) {
        return set(id, Tenant.Status.ACTIVE, "tenancy.operator.resumed", redirect);
    }

    private String set(UUID id, Tenant.Status status, String flash, RedirectAttributes redirect) {
        tenants.setStatus(new TenantId(id), status);
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/operator/tenants";
    }
}
