package com.gmservices.portability;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What operators see of businesses that come and go. */
@Controller
@RequestMapping("/operator")
@Allow(Allow.OPERATOR)
class OperatorDataPages {

    private final TransferDesk desk;
    private final Certificates certificates;
    private final Tenants tenants;

    OperatorDataPages(TransferDesk desk, Certificates certificates, Tenants tenants) {
        this.desk = desk;
        this.certificates = certificates;
        this.tenants = tenants;
    }

    @GetMapping("/tenants/{id}/imports")
    String imports(@PathVariable UUID id, Model model) {
        Tenant tenant = tenants.find(new TenantId(id)).orElseThrow(() -> new PortabilityRefused.NotFound("business"));
        model.addAttribute("tenant", tenant);
        model.addAttribute("imports", desk.imports(tenant.id()));
        return "portability/imports";
    }

    @GetMapping("/deletions")
    String deletions(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        model.addAttribute("page", certificates.list(cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT));
        return "portability/deletions";
    }
}
