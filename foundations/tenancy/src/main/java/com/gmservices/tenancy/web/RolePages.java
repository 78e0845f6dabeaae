package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what, and who that is. */
@Controller
class RolePages {

    private final Members members;
    private final Map<Role, Set<String>> permissions;

    RolePages(Members members, Collection<Grants> grants) {
        this.members = members;
        this.permissions = Grants.merged(grants).byRole();
    }

    /** @param roles who may */
    record Line(String permission, Set<Role> roles) {

        /** Its words: a message key. */
        public String key() {
            return "permission." + permission.replace(':', '.');
        }
    }

    @GetMapping("/members/roles")
    @Allow("read:members")
    String show(Model model) {
        List<Member> staff = members.staff();
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "people",
                Arrays.stream(Role.values())
                        .collect(Collectors.toMap(
                                role -> role,
                                role -> staff.stream()
                                        .filter(member -> member.roles().contains(role))
                                        .toList())));
        model.addAttribute("groups", groups());
        return "tenancy/roles";
    }

    /** By what they are about. */
    private Map<String, List<Line>> groups() {
        return permissions.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(permission -> new Line(permission, holders(permission)))
                .collect(Collectors.groupingBy(line -> subject(line.permission), TreeMap::new, Collectors.toList()));
    }

    private Set<Role> holders(String permission) {
        return permissions.entrySet().stream()
                .filter(role -> role.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** {@code create:requests-for-others} and {@code read:all-requests} are about requests. */
    private static String subject(String permission) {
        String resource = permission.substring(permission.indexOf(':') + 1);
        return resource.startsWith("all-")
                ? resource.substring("all-".length())
                : resource.replaceFirst("-for-others$", "");
    }
}
