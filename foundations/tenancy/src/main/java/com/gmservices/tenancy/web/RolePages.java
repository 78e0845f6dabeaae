package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.PermissionLine;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.RoleId;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.web.RoleColumns.Column;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

/** Who may do what, and who that is; and the roles that a business makes for itself. */
@Controller
@RequestMapping("/members/roles")
class RolePages {

    private static final String PAGE = "tenancy/role";

    private final Roles roles;
    private final RoleColumns columns;

    RolePages(Roles roles, RoleColumns columns) {
        this.roles = roles;
        this.columns = columns;
    }

    @GetMapping
    @Allow("read:members")
    String list(Model model) {
        List<Column> all = columns.all();
        model.addAttribute("columns", all);
        model.addAttribute("groups", RoleColumns.lines(all));
        return "tenancy/roles";
    }

    /** @param like the role to begin with */
    @GetMapping("/new")
    @Allow("manage:roles")
    String create(CurrentMember editor, @RequestParam(required = false) @Nullable Role like, Model model) {
        Set<String> first = like == null ? Set.of() : new TreeSet<>(roles.of(like));
        model.addAttribute("form", new RoleForm("", first, 0));
        return page(model, editor, null);
    }

    @PostMapping
    @Allow("manage:roles")
    @StepUp
    ModelAndView add(
            CurrentMember editor,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (Saving.succeeds(errors, () -> roles.create(editor, form.wish()))) {
            redirect.addFlashAttribute("flash", "tenancy.own-role.added");
            return new ModelAndView("redirect:/members/roles");
        }
        return new ModelAndView(page(model, editor, null), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    @Allow("manage:roles")
    String show(CurrentMember editor, @PathVariable UUID id, Model model) {
        OwnRole role = roles.find(new RoleId(id));
        model.addAttribute("form", RoleForm.of(role));
        return page(model, editor, role);
    }

    @PostMapping("/{id}")
    @Allow("manage:roles")
    @StepUp
    ModelAndView change(
            CurrentMember editor,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        OwnRole role = roles.find(new RoleId(id));
        if (Saving.succeeds(errors, () -> roles.change(editor, role.id(), form.revision(), form.wish()))) {
            redirect.addFlashAttribute("flash", "tenancy.saved");
            return new ModelAndView("redirect:/members/roles");
        }
        return new ModelAndView(page(model, editor, role), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The page has said who loses it. */
    @PostMapping("/{id}/removal")
    @Allow("manage:roles")
    @StepUp
    String remove(CurrentMember editor, @PathVariable UUID id, RedirectAttributes redirect) {
        roles.remove(editor, new RoleId(id), true);
        redirect.addFlashAttribute("flash", "tenancy.own-role.removed");
        return "redirect:/members/roles";
    }

    /** What the editor may not do is shown only where the role allows it already, and stays as it is. */
    private String page(Model model, CurrentMember editor, @Nullable OwnRole role) {
        var choices = new TreeSet<>(roles.permissions());
        choices.removeIf(
                it -> !editor.may(it) && (role == null || !role.permissions().contains(it)));
        model.addAttribute("groups", PermissionLine.grouped(choices));
        model.addAttribute("role", role);
        model.addAttribute("holders", role == null ? List.of() : roles.holders(role.id()));
        return PAGE;
    }
}
