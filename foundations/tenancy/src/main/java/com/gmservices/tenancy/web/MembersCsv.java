package com.gmservices.tenancy.web;

import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a business, all that the list shows, for spreadsheets. */
@Controller
class MembersCsv {

    private static final List<String> COLUMNS = List.of("name", "email", "phone", "roles", "active", "since");

    private final Members members;
    private final Roles roles;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    MembersCsv(Members members, Roles roles, Tenants tenants, MessageSource messages, Clock clock) {
        this.members = members;
        this.roles = roles;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/members.csv")
    @Allow("export:members")
    @StepUp
    void send(
            CurrentMember admin,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CsvFile.<Member>send(
                response,
                tenants.current(),
                clock.instant(),
                "people",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("tenancy.csv." + column, null, locale))
                        .toList(),
                cursor -> members.list(admin, role, q, cursor, Page.MAX_LIMIT),
                (row, member) -> row.text(member.name())
                        .text(member.email())
                        .text(member.phone())
                        .text(roles(member, locale))
                        .text(messages.getMessage("tenancy.csv." + (member.active() ? "yes" : "no"), null, locale))
                        .time(member.createdAt()));
    }

    private String roles(Member member, Locale locale) {
        Stream<String> builtIn = Stream.concat(
                        member.roles().stream().map(role -> "tenancy.role." + role.code()),
                        member.owner() ? Stream.of("tenancy.member.owner") : Stream.empty())
                .map(key -> messages.getMessage(key, null, locale));
        return Stream.concat(builtIn, roles.held(member).map(OwnRole::name)).collect(Collectors.joining("; "));
    }
}
