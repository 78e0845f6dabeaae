package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The keys of the business for whoever looks after them: what each may do, never the key. */
@Controller
class ApiKeysCsv {

    private static final List<String> COLUMNS =
            List.of("name", "key", "scopes", "made-by", "made", "expires", "last-used");

    private final ApiKeys keys;
    private final Members members;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    ApiKeysCsv(ApiKeys keys, Members members, Tenants tenants, MessageSource messages, Clock clock) {
        this.keys = keys;
        this.members = members;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/settings/api-keys.csv")
    @Allow("manage:keys")
    @StepUp
    void send(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        List<ApiKey> all = keys.machines(admin);
        Map<MemberId, Member> makers =
                members.findAll(all.stream().map(ApiKey::madeBy).toList());
        CsvFile.<ApiKey>sendAll(
                response,
                tenants.current(),
                clock.instant(),
                "api-keys",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("identity.keys.csv." + column, null, locale))
                        .toList(),
                all,
                (row, key) -> {
                    Member maker = makers.get(key.madeBy());
                    row.text(key.name())
                            .text(key.prefix() + "…" + key.lastFour())
                            .text(String.join("; ", key.scopes()))
                            .text(maker == null ? null : maker.name())
                            .time(key.createdAt())
                            .time(key.expiresAt())
                            .time(key.lastUsedAt());
                });
    }
}
