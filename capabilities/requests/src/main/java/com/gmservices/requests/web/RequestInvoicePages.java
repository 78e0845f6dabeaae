package com.gmservices.requests.web;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestInvoices;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a request to its invoice. */
@Controller
@RequestMapping("/requests/{id}/invoice")
class RequestInvoicePages {

    private final RequestInvoices invoices;

    RequestInvoicePages(RequestInvoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping
    @Allow("read:invoices")
    String show(CurrentMember member, @PathVariable UUID id, RedirectAttributes flash) {
        return invoices.find(member, new RequestId(id))
                .map(paper -> "redirect:/invoices/" + paper.id())
                .orElseGet(() -> {
                    flash.addFlashAttribute("flash", "requests.invoice.soon");
                    return "redirect:/requests/" + id;
                });
    }

    @PostMapping
    @Allow("issue:invoices")
    String issue(CurrentMember staff, @PathVariable UUID id) {
        return "redirect:/invoices/" + invoices.issue(staff, new RequestId(id)).id();
    }
}
