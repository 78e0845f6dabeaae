package com.gmservices.shell;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.TenancyRefused;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The platform's own front page. */
@Controller
class FrontPage {

    @Allow(Allow.EVERYONE)
    @GetMapping("/")
    String show(Model model) {
        if (CurrentTenant.find().isPresent()) {
            throw new TenancyRefused.NotFound("page");
        }
        model.addAttribute("domains", List.of(Domain.values()));
        return "shell/front";
    }
}
