package com.gmservices.gateway;

import com.gmservices.tenancy.Allow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the type of a problem document leads. */
@Controller
class ProblemsPage {

    @Allow(Allow.EVERYONE)
    @GetMapping("/problems")
    String show(Model model) {
        model.addAttribute("codes", ProblemCodes.all());
        return "shell/problems";
    }
}
