package com.gmservices.tenancy.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.MemberNotes;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Ownership;
import com.gmservices.tenancy.RecentProof;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** The people of a business, for its staff. Invitations are answered by whoever knows how people sign in. */
@Controller
@RequestMapping("/members")
class MemberPages {

    private final Members members;
    private final Roles roles;
    private final Ownership ownership;
    private final Tenants tenants;
    private final ObjectProvider<RecentProof> proof;
    private final ObjectProvider<MemberNotes> notes;

    MemberPages(
            Members members,
            Roles roles,
            Ownership ownership,
            Tenants tenants,
            ObjectProvider<RecentProof> proof,
            ObjectProvider<MemberNotes> notes) {
        this.members = members;
        this.roles = roles;
        this.ownership = ownership;
        this.tenants = tenants;
        this.proof = proof;
        this.notes = notes;
    }

    @ModelAttribute("allRoles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping
    @Allow("read:members")
    String list(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        model.addAttribute("role", role);
        model.addAttribute("q", q);
        model.addAttribute("ownRoles", roles.own());
        model.addAttribute(
                "page", members.list(staff, role, q, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT));
        return "tenancy/members";
    }

    @GetMapping("/new")
    @Allow("create:members")
    String create(Model model) {
        model.addAttribute("form", MemberForm.EMPTY);
        return "tenancy/new-member";
    }

    @PostMapping
    @Allow("create:members")
    ModelAndView add(
            CurrentMember staff,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (Saving.succeeds(errors, () -> members.add(staff, form.contact()))) {
            redirect.addFlashAttribute("flash", "tenancy.member.added");
            return new ModelAndView("redirect:/members");
        }
        return new ModelAndView("tenancy/new-member", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    @Allow("read:members")
    String show(CurrentMember staff, @PathVariable UUID id, Model model) {
        Member member = find(id);
        model.addAttribute(
                "form", MemberForm.of(member, roles.own(), tenants.current().timeZone()));
        addWho(model, staff, member);
        return "tenancy/member";
    }

    @PostMapping("/{id}")
    @Allow("create:members")
    ModelAndView change(
            CurrentMember staff,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        ZoneId zone = tenants.current().timeZone();
        if (staff.may("update:members") && !form.givesTheSameRolesAs(MemberForm.of(find(id), roles.own(), zone))) {
            proof.ifAvailable(RecentProof::require);
        }
        if (Saving.succeeds(
                errors, () -> members.change(staff, new MemberId(id), form.revision(), form.changeBy(staff, zone)))) {
            redirect.addFlashAttribute("flash", "tenancy.saved");
            return new ModelAndView("redirect:/members/" + id);
        }
        addWho(model, staff, find(id));
        return new ModelAndView("tenancy/member", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/ownership")
    @Allow("update:members")
    @StepUp
    String handOver(CurrentMember owner, @PathVariable UUID id, RedirectAttributes redirect) {
        ownership.handOver(owner, new MemberId(id));
        redirect.addFlashAttribute("flash", "tenancy.owner.handed-over");
        return "redirect:/members/" + id;
    }

    private Member find(UUID id) {
        return members.find(new MemberId(id)).orElseThrow(() -> new TenancyRefused.NotFound("member"));
    }

    private void addWho(Model model, CurrentMember staff, Member member) {
        model.addAttribute("who", member);
        model.addAttribute("ownRoles", roles.own());
        model.addAttribute("mayOwn", !member.owner() && Ownership.fits(member) && ownership.isOf(staff));
        model.addAttribute("mayChange", Members.mayChange(staff, member));
        model.addAttribute(
                "notes",
                notes.stream().flatMap(some -> some.of(staff, member).stream()).toList());
    }
}
