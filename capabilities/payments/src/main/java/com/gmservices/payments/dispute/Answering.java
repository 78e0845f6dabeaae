package com.gmservices.payments.dispute;

import com.gmservices.database.Ids;
import com.gmservices.documents.DocumentId;
import com.gmservices.payments.dispute.Answer.Enclosure;
import com.gmservices.payments.dispute.Answer.Kind;
import com.gmservices.payments.dispute.Answer.Status;
import com.gmservices.payments.dispute.DisputeEvent.DisputeAccepted;
import com.gmservices.payments.dispute.DisputeEvent.DisputeAnswered;
import com.gmservices.payments.gateway.Complaints.Evidence;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers complaints for the business. What is answered is written first; the gateway is told afterwards, outside the
 * transaction. After silence the complaint is read: as long as the gateway still waits for an answer it is told again.
 */
@Service
class Answering {

    static final int LONGEST = 5_000;
    /** Over the better part of a day. */
    private static final int MOST_TRIES = 20;

    private final Disputes disputes;
    private final DisputeRows rows;
    private final Answers answers;
    private final EvidenceFiles files;
    private final Hearings hearings;
    private final Answerers answerers;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            Disputes disputes,
            DisputeRows rows,
            Answers answers,
            EvidenceFiles files,
            Hearings hearings,
            Answerers answerers,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.disputes = disputes;
        this.rows = rows;
        this.answers = answers;
        this.files = files;
        this.hearings = hearings;
        this.answerers = answerers;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps what is written so far. */
    void draft(CurrentMember staff, DisputeId id, String text) {
        staff.require("answer:disputes");
        disputes.find(staff, id);
        String kept = fitting(text);
        transactions.executeWithoutResult(status -> rows.draft(id, kept.isEmpty() ? null : kept));
    }

    /** @param wanted null for all files that hang on the dispute */
    Dispute contest(
            CurrentMember staff, DisputeId id, String explanation, @Nullable List<DocumentId> wanted, String key) {
        staff.require("answer:disputes");
        Dispute dispute = disputes.find(staff, id);
        String text = fitting(explanation);
        if (text.isEmpty()) {
            throw new DisputeRefused.Unfit("/explanation", "Say why the charge is right");
        }
        return answer(
                staff, id, Kind.CONTEST, text, files.chosen(staff, id, wanted, hearings.enclosures(dispute)), key);
    }

    /** Lets the payer have the money. */
    Dispute accept(CurrentMember staff, DisputeId id, String key) {
        staff.require("answer:disputes");
        disputes.find(staff, id);
        return answer(staff, id, Kind.ACCEPT, null, List.of(), key);
    }

    /** The newest first. */
    List<Answer> of(DisputeId dispute) {
        return transactions.execute(status -> answers.of(dispute));
    }

    private static String fitting(String explanation) {
        String text = explanation.strip().replace("\r\n", "\n");
        if (text.length() > LONGEST) {
            throw new DisputeRefused.Unfit("/explanation", "Say it in at most %,d signs".formatted(LONGEST));
        }
        return text;
    }

    private record Written(Dispute dispute, @Nullable Answer fresh) {}

    private Dispute answer(
            CurrentMember staff, DisputeId id, Kind kind, @Nullable String text, List<Enclosure> enclosed, String key) {
        Written written = transactions.execute(status -> write(staff, id, kind, text, enclosed, key));
        return written.fresh == null ? written.dispute : tell(written.dispute, written.fresh);
    }

    private Written write(
            CurrentMember staff, DisputeId id, Kind kind, @Nullable String text, List<Enclosure> enclosed, String key) {
        Dispute dispute = rows.lock(id).orElseThrow(DisputeRefused.NotFound::new);
        if (answers.findByKey(id, staff.id(), key).isPresent()) {
            return new Written(dispute, null);
        }
        if (!dispute.awaitsAnswer()) {
            throw new DisputeRefused.WrongStage(dispute.stage());
        }
        Instant now = clock.instant();
        var answer = new Answer(Ids.next(), id, kind, text, enclosed, staff.id(), Status.PENDING, 0, now);
        if (!answers.add(answer, key)) {
            throw new DisputeRefused.AnswerUnderWay();
        }
        events.publishEvent(
                switch (kind) {
                    case CONTEST -> dispute.event(DisputeAnswered::new, now);
                    case ACCEPT -> dispute.event(DisputeAccepted::new, now);
                });
        return new Written(dispute, answer);
    }

    private Dispute tell(Dispute dispute, Answer answer) {
        boolean heard = switch (answer.kind()) {
            case CONTEST -> hearings.contest(dispute, () -> evidence(answer));
            case ACCEPT -> hearings.accept(dispute);
        };
        if (heard) {
            close(answer, Status.SENT);
        }
        return transactions.execute(status -> rows.find(dispute.id())).orElseThrow();
    }

    private Evidence evidence(Answer answer) {
        return new Evidence(Objects.requireNonNull(answer.explanation()), files.read(answer));
    }

    /** Goes on with one that was written, and of which it is not known whether the gateway has heard it. */
    void resume(Answer answer) {
        Dispute before =
                transactions.execute(status -> rows.find(answer.dispute())).orElseThrow();
        boolean read = hearings.hold(before.gateway(), before.reference());
        Dispute now =
                transactions.execute(status -> rows.find(answer.dispute())).orElseThrow();
        if (!now.awaitsAnswer()) {
            close(answer, answer.shows(now.stage()) ? Status.SENT : Status.FAILED);
        } else if (answer.tries() >= MOST_TRIES) {
            close(answer, Status.FAILED);
            answerers.tellUnsent(now, answer);
        } else if (read) {
            tell(now, answer);
        }
    }

    private void close(Answer answer, Status as) {
        transactions.executeWithoutResult(status -> answers.close(answer, as, clock.instant()));
    }
}
