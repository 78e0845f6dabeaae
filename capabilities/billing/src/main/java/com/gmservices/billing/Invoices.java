package com.gmservices.billing;

import com.gmservices.billing.BillingEvent.CreditNoteIssued;
import com.gmservices.billing.BillingEvent.InvoiceIssued;
import com.gmservices.billing.BillingEvent.ReceiptIssued;
import com.gmservices.billing.Paper.Kind;
import com.gmservices.billing.Paper.Seller;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office that issues papers. */
@Service
@Transactional
public class Invoices {

    private final Papers papers;
    private final Standings standings;
    private final Members members;
    private final Sites sites;
    private final Tenants tenants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invoices(
            Papers papers,
            Standings standings,
            Members members,
            Sites sites,
            Tenants tenants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.papers = papers;
        this.standings = standings;
        this.members = members;
        this.sites = sites;
        this.tenants = tenants;
        this.events = events;
        this.clock = clock;
    }

    /** Which papers a list shows. */
    public record Choice(@Nullable Kind kind, boolean open) {}

    /** The invoice for a thing: issued now, or the one that was issued before. */
    public Paper invoice(Draft draft) {
        return issued(Kind.INVOICE, draft);
    }

    /** The receipt for a payment. */
    public Paper receipt(Draft draft) {
        return issued(Kind.RECEIPT, draft);
    }

    /**
     * What was paid for a thing so far; said again it changes nothing. What is given back of it does not make the invoice
     * due again: whoever wants that much less issues a credit note.
     */
    public void paid(String subjectKind, UUID subject, Money inAll) {
        papers.find(Kind.INVOICE, subjectKind, subject)
                .filter(invoice -> invoice.total().currency().equals(inAll.currency()))
                .ifPresent(invoice -> standings.pay(invoice.id(), inAll));
    }

    /** @param amount with tax; null for all that is left */
    public Paper credit(CurrentMember staff, PaperId id, @Nullable Money amount, String reason) {
        staff.require("credit:invoices");
        Paper invoice = find(staff, id);
        if (invoice.kind() != Kind.INVOICE) {
            throw new BillingRefused.NotCreditable();
        }
        Money creditable = standing(invoice).creditable();
        return credit(invoice, fitting(amount == null ? creditable : amount, creditable), reason);
    }

    @Transactional(readOnly = true)
    public Paper find(CurrentMember member, PaperId id) {
        return papers.find(id).filter(paper -> sees(member, paper)).orElseThrow(BillingRefused.NotFound::new);
    }

    /** As far as the member may see it. */
    @Transactional(readOnly = true)
    public Optional<Paper> find(CurrentMember member, Kind kind, String subjectKind, UUID subject) {
        return papers.find(kind, subjectKind, subject).filter(paper -> sees(member, paper));
    }

    @Transactional(readOnly = true)
    public Optional<Standing> standing(CurrentMember member, PaperId id) {
        return standings.find(find(member, id));
    }

    @Transactional(readOnly = true)
    public List<Paper> creditNotes(CurrentMember member, PaperId invoice) {
        return papers.creditNotes(find(member, invoice).id());
    }

    /** A customer's own, or all of them for staff; the newest first. */
    @Transactional(readOnly = true)
    public Page<Paper> list(CurrentMember member, Choice choice, Cursor cursor, int limit) {
        return papers.list(member.isStaff() ? null : member.id(), choice.kind, choice.open, cursor, limit);
    }

    private static boolean sees(CurrentMember member, Paper paper) {
        return member.isStaff() || paper.customer().equals(member.id());
    }

    private Standing standing(Paper invoice) {
        return standings.find(invoice).orElseThrow();
    }

    private Paper issued(Kind kind, Draft draft) {
        papers.lock(kind, draft.subject());
        Optional<Paper> known = papers.find(kind, draft.subjectKind(), draft.subject());
        if (known.isPresent()) {
            return known.get();
        }
        Tenant tenant = tenants.current();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, tenant.timeZone());
        int place = papers.nextPlace(kind, today.getYear());
        Paper paper = new Paper(
                PaperId.next(),
                kind,
                kind.number(today.getYear(), place),
                draft.subjectKind(),
                draft.subject(),
                draft.reference(),
                draft.page(),
                draft.customer(),
                seller(tenant, draft.site()),
                members.find(draft.customer()).map(Member::name).orElse(""),
                draft.lines(),
                draft.taxes(),
                draft.total(),
                draft.dueOn(),
                null,
                null,
                today,
                now);
        papers.add(paper, today.getYear(), place);
        LocalDate due = draft.dueOn();
        if (due != null) {
            standings.open(paper.id(), due, paper.total());
        }
        events.publishEvent(event(paper));
        return paper;
    }

    private static BillingEvent event(Paper paper) {
        return paper.kind() == Kind.RECEIPT
                ? new ReceiptIssued(
                        CurrentTenant.id(),
                        paper.id(),
                        paper.number(),
                        paper.subjectKind(),
                        paper.subject(),
                        paper.customer(),
                        paper.total(),
                        paper.issuedAt())
                : new InvoiceIssued(
                        CurrentTenant.id(),
                        paper.id(),
                        paper.number(),
                        paper.subjectKind(),
                        paper.subject(),
                        paper.customer(),
                        paper.total(),
                        paper.issuedAt());
    }

    private Paper credit(Paper invoice, Money amount, String reason) {
        if (!standings.credit(invoice.id(), amount)) {
            throw BillingRefused.tooMuch(standing(invoice).creditable());
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, tenants.current().timeZone());
        int place = papers.nextPlace(Kind.CREDIT_NOTE, today.getYear());
        Paper note =
                CreditNote.of(invoice, amount, Kind.CREDIT_NOTE.number(today.getYear(), place), reason, today, now);
        papers.add(note, today.getYear(), place);
        events.publishEvent(new CreditNoteIssued(
                CurrentTenant.id(),
                note.id(),
                note.number(),
                invoice.id(),
                note.subjectKind(),
                note.subject(),
                note.customer(),
                amount,
                now));
        return note;
    }

    private static Money fitting(Money amount, Money creditable) {
        if (!amount.currency().equals(creditable.currency())
                || !amount.isPositive()
                || amount.compareTo(creditable) > 0) {
            throw BillingRefused.tooMuch(creditable);
        }
        return amount;
    }

    private Seller seller(Tenant tenant, @Nullable SiteId where) {
        Site site = Optional.ofNullable(where).flatMap(sites::find).orElseGet(sites::first);
        return new Seller(tenant.name(), site.address().text(), tenant.taxNumber());
    }
}
