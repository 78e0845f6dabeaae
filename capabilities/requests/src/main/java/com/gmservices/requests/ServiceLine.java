package com.gmservices.requests;

import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Site;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** How a domain joins the desk; implemented as a bean, once per domain. */
public interface ServiceLine {

    Domain domain();

    List<ServiceType> types();

    /**
     * Looks at a wish before it becomes a request: is what it says true, can it be done? Its details have passed their
     * record's constraints. Runs within the transaction that will write the request, and writes nothing.
     *
     * @return remarks that go with the request for staff and customer to read
     * @throws RequestRefused.Unfit when something must be mended first
     */
    List<Remark> create(Wish wish);

    /** A request was made or moved; what that means to the domain is done in the same transaction. */
    void process(Work work);

    /** Where a request stands in the domain's own words: a message key, or empty for the desk's words. */
    Optional<String> status(String type, RequestStatus status);

    /** How urgent it is, unless somebody who may say so says otherwise. */
    default Priority priority(String type, Record details) {
        return Priority.NORMAL;
    }

    /** Whether the desk asks when it would suit; where the details say when, that would be asking twice. */
    default boolean asksWhen(String type) {
        return true;
    }

    /** What a business of this domain usually offers, to begin with and to change; its prices are usual ones. */
    default List<Catalogue.Draft> proposals(Currency currency) {
        return List.of();
    }

    /** What staff must see at a glance, in the field's terms: three to eight facts. */
    default List<Fact> card(String type, Record details) {
        return List.of();
    }

    /** The card of details that name amounts, which are in this currency. */
    default List<Fact> card(String type, Record details, Currency currency) {
        return card(type, details);
    }

    /**
     * @param currency of the offering, and of the amounts in the details
     * @param today by the clock of the site
     */
    record Wish(ServiceType type, Record details, MemberId customer, Site site, Currency currency, LocalDate today) {}

    /**
     * @param currency of the request, and of the amounts in the details
     * @param move what was done: {@code create}, {@code start}, {@code complete}, …
     */
    record Work(
            RequestId request,
            ServiceType type,
            Record details,
            MemberId customer,
            Site site,
            Currency currency,
            String move) {}

    /** A message key of the line's bundle, and arguments for it. */
    record Remark(String key, List<String> arguments) {

        public Remark {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param label a message key; the value is shown as it stands */
    record Fact(String label, String value) {}
}
