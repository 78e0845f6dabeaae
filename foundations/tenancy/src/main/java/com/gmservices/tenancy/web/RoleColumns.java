package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.PermissionLine;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All roles of the current tenant side by side: the built-in ones, then its own. */
@Component
class RoleColumns {

    private final Members members;
    private final Roles roles;

    RoleColumns(Members members, Roles roles) {
        this.members = members;
        this.roles = roles;
    }

    /** @param own null for a built-in role */
    record Column(@Nullable Role builtIn, @Nullable OwnRole own, Set<String> permissions, List<Member> holders) {}

    List<Column> all() {
        List<Member> staff = members.staff();
        Stream<Column> builtIn = Arrays.stream(Role.values())
                .map(role -> new Column(
                        role,
                        null,
                        roles.of(role),
                        staff.stream()
                                .filter(member -> member.roles().contains(role))
                                .toList()));
        Stream<Column> own = roles.own().stream()
                .map(role -> new Column(
                        null,
                        role,
                        role.permissions(),
                        staff.stream()
                                .filter(member -> member.ownRoles().contains(role.id()))
                                .toList()));
        return Stream.concat(builtIn, own).toList();
    }

    /** What any of them allows, by what it is about. */
    static Map<String, List<PermissionLine>> lines(List<Column> columns) {
        var all = new TreeSet<String>();
        columns.forEach(column -> all.addAll(column.permissions));
        return PermissionLine.grouped(all);
    }
}
