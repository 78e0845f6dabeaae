package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Payable.Bill;
import com.gmservices.payments.Payable.Due;
import com.gmservices.payments.Payable.Levy;
import com.gmservices.tenancy.CurrentMember;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever knows what is due. */
@Component
class Payables {

    /** Asked for late: those who know what is due may use the till themselves. */
    private final ObjectProvider<Payable> payables;

    Payables(ObjectProvider<Payable> payables) {
        this.payables = payables;
    }

    /** What the price was made of; empty where whoever knows it has no more to say. */
    Optional<Bill> bill(Payment payment, CurrentMember member) {
        return payables.stream()
                .filter(payable -> payable.kind().equals(payment.kind()))
                .findFirst()
                .flatMap(payable -> payable.bill(payment.subject(), member));
    }

    /** How much of the whole price is tax, for the books. */
    Optional<Levy> levy(Payment payment) {
        return payables.stream()
                .filter(payable -> payable.kind().equals(payment.kind()))
                .findFirst()
                .flatMap(payable -> payable.levy(payment.subject()));
    }

    /** The same, whoever asks. */
    Optional<Bill> bill(Payment payment) {
        return payables.stream()
                .filter(payable -> payable.kind().equals(payment.kind()))
                .findFirst()
                .flatMap(payable -> payable.bill(payment.subject()));
    }

    /** What is due by now, whoever asks; zero where nobody knows of it any more. */
    Money due(Payment payment) {
        return find(payment.kind(), payment.subject())
                .map(Due::amount)
                .orElseGet(() -> Money.zero(payment.amount().currency()));
    }

    /** The same, whoever asks. */
    Optional<Due> find(String kind, UUID subject) {
        return payables.stream()
                .filter(payable -> payable.kind().equals(kind))
                .findFirst()
                .flatMap(payable -> payable.due(subject));
    }

    /** What is due, for a member who may pay it: the payer, or staff who take payments. */
    Due due(String kind, UUID subject, CurrentMember member) {
        Due due = payables.stream()
                .filter(payable -> payable.kind().equals(kind))
                .findFirst()
                .flatMap(payable -> payable.due(subject, member))
                .orElseThrow(() -> new PaymentRefused.NotFound(kind.replace('-', ' ')));
        member.require(
                due.payer().equals(member.id()) && !member.may("collect:payments")
                        ? "pay:payments"
                        : "collect:payments");
        return due;
    }
}
