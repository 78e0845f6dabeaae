package com.gmservices.requests.web;

import com.gmservices.requests.Day;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the staff's day begins. */
@Controller
class DayPage {

    private final Day day;
    private final Tenants tenants;

    DayPage(Day day, Tenants tenants) {
        this.day = day;
        this.tenants = tenants;
    }

    @Allow("read:all-requests")
    @GetMapping("/day")
    String show(CurrentMember staff, @RequestParam(defaultValue = "false") boolean all, Model model) {
        ZoneId zone = tenants.current().timeZone();
        Day.Plan plan = day.plan(staff, all, zone);
        model.addAttribute("plan", plan);
        model.addAttribute("all", all);
        model.addAttribute("zone", zone);
        model.addAttribute("now", plan.now().atZone(zone));
        return "requests/day";
    }
}
