package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds payments: a customer's own, or all of them for staff. */
@Component
class PaymentSearch {

    /** Behind all that a reference may go on with. */
    private static final String BEYOND = "\uffff";

    private final Payments payments;
    private final Members members;
    private final Tenants tenants;

    PaymentSearch(Payments payments, Members members, Tenants tenants) {
        this.payments = payments;
        this.members = members;
        this.tenants = tenants;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Payment> find(CurrentMember member, Listed choice, Sought sought, Cursor cursor, int limit) {
        PaymentStatus status = choice.status();
        var filter = new PaymentFilter()
                .where(
                        "payer = :payer",
                        "payer",
                        member.isStaff() ? null : member.id().value())
                .where("status = :status", "status", status == null ? null : status.code())
                .where("kind = :kind", "kind", choice.kind())
                .where("subject = :subject", "subject", choice.subject())
                .where("gateway = :gateway", "gateway", sought.gateway())
                .where("created_at >= :from", "from", begin(sought.from()))
                .where(
                        "created_at < :to",
                        "to",
                        sought.to() == null ? null : begin(sought.to().plusDays(1)));
        amount(filter, sought.amount());
        words(filter, member, sought.words());
        return payments.list(filter, cursor, limit);
    }

    private static void amount(PaymentFilter filter, @Nullable Money amount) {
        if (amount != null) {
            filter.where("amount = :amount", "amount", amount.amount())
                    .where("currency = :currency", "currency", amount.currency().getCurrencyCode());
        }
    }

    private void words(PaymentFilter filter, CurrentMember member, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return;
        }
        String typed = words.strip();
        String loud = typed.toUpperCase(Locale.ROOT);
        filter.where("""
                        (reference collate "C" >= :typed and reference collate "C" < :beyond
                         or reference collate "C" >= :loud and reference collate "C" < :beyondLoud
                         or payer = any (:people::uuid[]))""", "typed", typed)
                .with("beyond", typed + BEYOND)
                .with("loud", loud)
                .with("beyondLoud", loud + BEYOND)
                .with("people", people(member, typed));
    }

    /** Of the newest whose name, e-mail or phone has it. */
    private String[] people(CurrentMember member, String words) {
        List<Member> found = member.may("read:members")
                ? members.list(member, null, words, Cursor.newest(), Page.MAX_LIMIT)
                        .data()
                : List.of();
        return found.stream().map(Member::id).map(Object::toString).toArray(String[]::new);
    }

    private @Nullable OffsetDateTime begin(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.atStartOfDay(tenants.current().timeZone()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
