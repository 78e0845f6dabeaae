package com.gmservices.documents.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.documents.Document;
import com.gmservices.documents.Documents;
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
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What files a business has, the newest first, for spreadsheets; not what is in them. */
@Controller
class FilesCsv {

    private static final List<String> COLUMNS =
            List.of("name", "kind", "bytes", "state", "staff-only", "owner", "sent-by", "received", "page", "sha256");

    private final Documents documents;
    private final Members members;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    FilesCsv(Documents documents, Members members, Tenants tenants, MessageSource messages, Clock clock) {
        this.documents = documents;
        this.members = members;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    private record Named(
            Document document,
            @Nullable String owner,
            @Nullable String sentBy) {}

    @GetMapping("/files.csv")
    @Allow("manage:documents")
    @StepUp
    void send(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        CsvFile.<Named>send(
                response,
                tenants.current(),
                clock.instant(),
                "files",
                COLUMNS.stream()
                        .map(column -> say("documents.csv." + column, locale))
                        .toList(),
                cursor -> page(admin, cursor),
                (row, named) -> write(row, named, locale));
    }

    private Page<Named> page(CurrentMember admin, Cursor cursor) {
        Page<Document> page = documents.all(admin, cursor, Page.MAX_LIMIT);
        Map<MemberId, Member> people = members.findAll(page.data().stream()
                .flatMap(document -> Stream.of(document.owner(), document.uploadedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.map(
                document -> new Named(document, name(people, document.owner()), name(people, document.uploadedBy())));
    }

    private static @Nullable String name(Map<MemberId, Member> people, @Nullable MemberId id) {
        Member member = id == null ? null : people.get(id);
        return member == null ? null : member.name();
    }

    private void write(CsvFile.Row row, Named named, Locale locale) {
        Document document = named.document;
        row.text(document.name())
                .text(document.mediaType())
                .number(document.size())
                .text(say("documents.state." + document.state().code(), locale))
                .text(say(document.internal() ? "documents.csv.yes" : "documents.csv.no", locale))
                .text(named.owner)
                .text(named.sentBy)
                .time(document.createdAt())
                .text(documents.page(document.subject()))
                .text(document.sha256());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
