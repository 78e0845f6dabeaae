package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.PermissionLine;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import com.gmservices.tenancy.web.RoleColumns.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what, for spreadsheets: a row for each permission and a column for each role. */
@Controller
class RolesCsv {

    private final RoleColumns roles;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    RolesCsv(RoleColumns roles, Tenants tenants, MessageSource messages, Clock clock) {
        this.roles = roles;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/members/roles.csv")
    @Allow("export:members")
    @StepUp
    void send(Locale locale, HttpServletResponse response) throws IOException {
        List<Column> columns = roles.all();
        Stream<String> names = columns.stream().map(column -> name(column, locale));
        CsvFile.<PermissionLine>sendAll(
                response,
                tenants.current(),
                clock.instant(),
                "roles",
                Stream.concat(
                                Stream.of("permission", "code").map(column -> say("tenancy.csv." + column, locale)),
                                names)
                        .toList(),
                RoleColumns.lines(columns).values().stream()
                        .flatMap(List::stream)
                        .toList(),
                (row, line) -> {
                    row.text(say(line.key(), locale)).text(line.permission());
                    columns.forEach(column -> row.text(say(
                            column.permissions().contains(line.permission()) ? "tenancy.csv.yes" : "tenancy.csv.no",
                            locale)));
                });
    }

    private String name(Column column, Locale locale) {
        return column.own() != null
                ? column.own().name()
                : say("tenancy.role." + Objects.requireNonNull(column.builtIn()).code(), locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
