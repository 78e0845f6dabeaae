package com.gmservices.audit;

import com.gmservices.audit.Entries.Query;
import com.gmservices.audit.Entry.ActorKind;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** The trail of a business, for its administrators: to search, to take along and to have verified. */
@Controller
@Allow("read:audit")
class AuditPages {

    private static final int AT_ONCE = 50;
    private static final int MOST_PEOPLE = 100;

    private final Entries entries;
    private final Verifier verifier;
    private final Members members;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final TrailJson json;
    private final Clock clock;

    AuditPages(
            Entries entries,
            Verifier verifier,
            Members members,
            Tenants tenants,
            TransactionTemplate transactions,
            TrailJson json,
            Clock clock) {
        this.entries = entries;
        this.verifier = verifier;
        this.members = members;
        this.tenants = tenants;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    record Search(
            @Nullable String who,
            @Nullable String what,
            @Nullable String subject,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {}

    @GetMapping("/audit")
    String list(
            CurrentMember admin,
            @ModelAttribute("search") Search search,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        Page<Line> page = lines(query(admin, search), cursor == null ? Cursor.newest() : cursor, AT_ONCE);
        model.addAttribute("page", page);
        model.addAttribute(
                "verdict", verifier.latest(Entries.CHAIN, admin.tenant()).orElse(null));
        model.addAttribute("unsealed", verifier.unsealed(Entries.CHAIN, admin.tenant()));
        model.addAttribute("zone", tenants.current().timeZone());
        return "audit/index";
    }

    @PostMapping("/audit/verifications")
    String verify(CurrentMember admin, RedirectAttributes redirect) {
        verifier.verify(Entries.CHAIN, admin.tenant());
        redirect.addFlashAttribute("flash", "audit.verified");
        return "redirect:/audit";
    }

    @StepUp
    @GetMapping("/audit.csv")
    void csv(CurrentMember admin, @ModelAttribute Search search, HttpServletResponse response) throws IOException {
        Query query = query(admin, search);
        CsvFile.send(
                response,
                tenants.current(),
                clock.instant(),
                "audit",
                List.of(
                        "time",
                        "actor_kind",
                        "actor",
                        "name",
                        "action",
                        "subject_kind",
                        "subject",
                        "before",
                        "after",
                        "address",
                        "agent",
                        "request"),
                cursor -> lines(query, cursor, Page.MAX_LIMIT),
                AuditPages::write);
    }

    /** A line of JSON each. */
    @StepUp
    @GetMapping("/audit.json")
    void json(CurrentMember admin, @ModelAttribute Search search, HttpServletResponse response) throws IOException {
        Query query = query(admin, search);
        Tenant tenant = tenants.current();
        response.setContentType("application/x-ndjson");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("%s-audit-%s.json"
                                .formatted(tenant.slug(), LocalDate.ofInstant(clock.instant(), tenant.timeZone())))
                        .build()
                        .toString());
        var out = response.getOutputStream();
        String next = Cursor.newest().toString();
        while (next != null) {
            Page<Line> page = lines(query, Cursor.valueOf(next), Page.MAX_LIMIT);
            for (Line line : page.data()) {
                out.write((json.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            next = page.nextCursor();
        }
    }

    private Page<Line> lines(Query query, Cursor cursor, int limit) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Page<Entry> page = Page.of(entries.find(query, cursor, limit + 1), limit, Entry::id);
            Map<UUID, String> names = names(page.data());
            return page.map(entry -> Line.of(entry, names));
        }));
    }

    /** Of everybody in these lines whom the business knows, as its member or as the person who signs in. */
    private Map<UUID, String> names(List<Entry> page) {
        var names = new HashMap<UUID, String>();
        members.findAll(ids(page, ActorKind.MEMBER, "member", MemberId::new))
                .forEach((id, member) -> names.put(id.value(), member.name()));
        members.findAllOf(ids(page, ActorKind.PERSON, "person", IdentityId::new))
                .forEach((id, member) -> names.put(id.value(), member.name()));
        return names;
    }

    private static <I> Set<I> ids(List<Entry> page, ActorKind actors, String subjects, Function<UUID, I> toId) {
        Stream<UUID> acting = page.stream()
                .filter(entry -> entry.actorKind() == actors)
                .flatMap(entry -> Stream.ofNullable(entry.actor()));
        Stream<UUID> concerned = page.stream()
                .filter(entry -> entry.subjectKind().equals(subjects))
                .flatMap(entry -> Stream.ofNullable(entry.subjectId()));
        return Stream.concat(acting, concerned).map(toId).collect(Collectors.toSet());
    }

    private Query query(CurrentMember admin, Search search) {
        var zone = tenants.current().timeZone();
        return new Query(
                actors(admin, Query.said(search.who)),
                Query.said(search.what),
                Query.said(search.subject),
                search.from == null ? null : search.from.atStartOfDay(zone).toInstant(),
                search.until == null
                        ? null
                        : search.until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable Collection<UUID> actors(CurrentMember admin, String who) {
        return who.isEmpty()
                ? null
                : members.list(admin, null, who, Cursor.newest(), MOST_PEOPLE).data().stream()
                        .map(member -> member.id().value())
                        .toList();
    }

    private static void write(CsvFile.Row row, Line line) {
        Entry entry = line.entry();
        row.time(entry.at())
                .text(entry.actorKind().code())
                .text(entry.actor() == null ? null : entry.actor().toString())
                .text(line.actor())
                .text(entry.action())
                .text(entry.subjectKind())
                .text(entry.subject())
                .text(entry.before())
                .text(entry.after())
                .text(entry.address())
                .text(entry.agent())
                .text(entry.request());
    }
}
