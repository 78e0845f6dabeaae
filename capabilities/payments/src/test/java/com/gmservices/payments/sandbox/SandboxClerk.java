package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.inbox.Postman;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What tests of other packages do with the sandbox. */
@Component
public class SandboxClerk {

    private final SandboxPost post;
    private final SandboxCases cases;
    private final SandboxBooks books;
    private final Postman postman;

    SandboxClerk(SandboxPost post, SandboxCases cases, SandboxBooks books, Postman postman) {
        this.post = post;
        this.cases = cases;
        this.books = books;
        this.postman = postman;
    }

    /** What the job does. */
    public void sendDue() {
        post.sendDue();
    }

    /** A payer complains about the newest charge of the current tenant, and we hear of it. */
    public Complaint complain(long amount) {
        SandboxCharge charge = books.newest(1).getFirst();
        SandboxCase opened = cases.open(charge.id(), Money.of(amount, "NGN"), "product_not_received")
                .orElseThrow();
        post.dispute(opened.reference());
        postman.work();
        return opened.complaint();
    }

    /** What the business has said, and with which files. */
    public List<String> said(Complaint complaint) {
        UUID id = SandboxCase.id(complaint.reference()).orElseThrow();
        SandboxCase found = cases.find(id).orElseThrow();
        return found.explanation() == null
                ? List.of()
                : List.of(found.explanation(), found.files().toString());
    }
}
