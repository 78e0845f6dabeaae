package com.gmservices.audit;

import com.gmservices.audit.Entries.Query;
import com.gmservices.audit.Entry.ActorKind;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.StepUp;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The platform's own trail, for its operators: who came, failed or was named where no business was concerned. */
@Controller
@Allow(Allow.OPERATOR)
class PlatformTrailPages {

    private static final int AT_ONCE = 50;

    private final Entries entries;
    private final Verifier verifier;
    private final ObjectProvider<People> people;
    private final TransactionTemplate transactions;
    private final TrailJson json;
    private final Clock clock;

    PlatformTrailPages(
            Entries entries,
            Verifier verifier,
            ObjectProvider<People> people,
            TransactionTemplate transactions,
            TrailJson json,
            Clock clock) {
        this.entries = entries;
        this.verifier = verifier;
        this.people = people;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    record Search(
            @Nullable String what,
            @Nullable String subject,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {

        Query query() {
            return new Query(
                    null,
                    Query.said(what),
                    Query.said(subject),
                    from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    until == null
                            ? null
                            : until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @GetMapping("/operator/audit")
    String list(
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        model.addAttribute("page", lines(search.query(), cursor == null ? Cursor.newest() : cursor, AT_ONCE));
        model.addAttribute(
                "verdict", verifier.latest(Entries.CHAIN, Trail.PLATFORM).orElse(null));
        model.addAttribute("unsealed", verifier.unsealed(Entries.CHAIN, Trail.PLATFORM));
        model.addAttribute("zone", ZoneOffset.UTC);
        return "audit/platform";
    }

    @PostMapping("/operator/audit/verifications")
    String verify(RedirectAttributes redirect) {
        verifier.verify(Entries.CHAIN, Trail.PLATFORM);
        redirect.addFlashAttribute("flash", "audit.verified");
        return "redirect:/operator/audit";
    }

    /** A line of JSON each. */
    @StepUp
    @GetMapping("/operator/audit.json")
    void json(@ModelAttribute Search search, HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("platform-audit-%s.json"
                                .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
                        .build()
                        .toString());
        var out = response.getOutputStream();
        String next = Cursor.newest().toString();
        while (next != null) {
            Page<Line> page = lines(search.query(), Cursor.valueOf(next), Page.MAX_LIMIT);
            for (Line line : page.data()) {
                out.write((json.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            next = page.nextCursor();
        }
    }

    private Page<Line> lines(Query query, Cursor cursor, int limit) {
        Page<Entry> page = Objects.requireNonNull(CurrentTenant.call(
                Trail.PLATFORM,
                () -> transactions.execute(
                        status -> Page.of(entries.find(query, cursor, limit + 1), limit, Entry::id))));
        Map<UUID, String> names = names(page.data());
        return page.map(entry -> Line.of(entry, names));
    }

    private Map<UUID, String> names(List<Entry> page) {
        Set<IdentityId> ids = page.stream()
                .flatMap(entry -> Stream.of(
                        entry.actorKind() == ActorKind.PERSON || entry.actorKind() == ActorKind.OPERATOR
                                ? entry.actor()
                                : null,
                        entry.subjectKind().equals("person") ? entry.subjectId() : null))
                .filter(Objects::nonNull)
                .map(IdentityId::new)
                .collect(Collectors.toSet());
        return people.stream()
                .flatMap(known -> known.names(ids).entrySet().stream())
                .collect(Collectors.toMap(name -> name.getKey().value(), Map.Entry::getValue));
    }
}
