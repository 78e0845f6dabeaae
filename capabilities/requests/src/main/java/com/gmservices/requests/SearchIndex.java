package com.gmservices.requests;

import com.gmservices.database.Cursor;
import com.gmservices.requests.search.Document;
import com.gmservices.requests.search.Words;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenancyEvent.MemberChanged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what requests are found by: written with the request, and again when the customer has another name, telephone
 * number or address. What an offering is called is looked up as somebody searches, so that renaming it costs nothing.
 */
@Repository
class SearchIndex {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ServiceRequests requests;
    private final Members members;
    private final SealedDetails sealed;
    private final ApplicationEventPublisher events;
    private final KnownWords words = new KnownWords();

    SearchIndex(
            JdbcClient jdbc,
            ServiceRequests requests,
            Members members,
            SealedDetails sealed,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.members = members;
        this.sealed = sealed;
        this.events = events;
    }

    private record Entry(UUID id, String customer, Document document) {}

    static String mark(OfferingId offering) {
        return "@" + offering.toString().replace("-", "");
    }

    void add(ServiceRequest request) {
        List<Entry> entries = entries(List.of(request));
        writeDocuments(entries);
        if (!words.are(request.tenant(), guessable(entries))) {
            events.publishEvent(new RequestWorded(request.tenant(), request.id()));
        }
    }

    /** Not with the request: whoever first uses a word would keep all others waiting who use it, until the commit. */
    @ApplicationModuleListener
    void on(RequestWorded worded) {
        writeWords(entries(requests.find(worded.request()).stream().toList()));
    }

    @ApplicationModuleListener
    void on(MemberChanged changed) {
        Cursor cursor = Cursor.newest();
        List<ServiceRequest> some;
        do {
            some = requests.of(changed.member(), cursor, AT_ONCE);
            write(some);
            cursor = some.isEmpty() ? cursor : new Cursor(some.getLast().id().value());
        } while (some.size() == AT_ONCE);
    }

    /** @return whether there may be more */
    @Transactional
    boolean writeMissing() {
        List<ServiceRequest> unwritten = jdbc.sql("""
                select r.* from requests.request_search s
                join requests.request r on r.tenant_id = s.tenant_id and r.id = s.id
                where s.tenant_id = ? and s.document is null
                limit ?
                """)
                .params(CurrentTenant.id().value(), AT_ONCE)
                .query(requests::toRequest)
                .list();
        write(unwritten);
        return unwritten.size() == AT_ONCE;
    }

    private void write(List<ServiceRequest> some) {
        List<Entry> entries = entries(some);
        if (!entries.isEmpty()) {
            writeDocuments(entries);
            writeWords(entries);
        }
    }

    private List<Entry> entries(List<ServiceRequest> some) {
        Map<MemberId, Member> customers = members.findAll(some.stream()
                .map(request -> request.order().customer())
                .distinct()
                .toList());
        return some.stream()
                .map(request -> entry(request, customers.get(request.order().customer())))
                .toList();
    }

    private void writeDocuments(List<Entry> entries) {
        jdbc.sql("""
                insert into requests.request_search (tenant_id, id, customer_name, document)
                select :tenant, e.id, e.customer, array_to_tsvector(string_to_array(e.words, ' '))
                from unnest(:ids::uuid[], :customers::text[], :documents::text[]) e (id, customer, words)
                on conflict (tenant_id, id) do update
                set customer_name = excluded.customer_name, document = excluded.document
                where (request_search.customer_name, request_search.document)
                      is distinct from (excluded.customer_name, excluded.document)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("ids", entries.stream().map(Entry::id).toArray(UUID[]::new))
                .param("customers", entries.stream().map(Entry::customer).toArray(String[]::new))
                .param(
                        "documents",
                        entries.stream()
                                .map(entry -> String.join(" ", entry.document.words()))
                                .toArray(String[]::new))
                .update();
    }

    private void writeWords(List<Entry> entries) {
        List<String> guessable = guessable(entries);
        jdbc.sql("""
                insert into requests.search_word (tenant_id, word)
                select :tenant, word from unnest(:words::text[]) word on conflict do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("words", guessable.toArray(String[]::new))
                .update();
        words.areOnceCommitted(CurrentTenant.id(), guessable);
    }

    private static List<String> guessable(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.document.guessable().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Entry entry(ServiceRequest request, @Nullable Member customer) {
        Document document = new Document()
                .reference(request.reference())
                .mark(mark(request.order().offering()))
                .text(request.order().serviceType())
                .text(request.order().notes());
        addTexts(sealed.without(request.order().serviceType(), request.order().details()), document);
        if (customer != null) {
            document.text(customer.name()).text(customer.email()).text(customer.phone());
        }
        String name = customer == null ? "" : String.join(" ", Words.of(customer.name()));
        return new Entry(request.id().value(), name, document);
    }

    private static void addTexts(JsonNode details, Document document) {
        if (details.isString()) {
            document.text(details.stringValue());
        }
        details.forEach(part -> addTexts(part, document));
    }
}
