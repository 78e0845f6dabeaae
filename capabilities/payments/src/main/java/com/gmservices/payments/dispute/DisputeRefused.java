package com.gmservices.payments.dispute;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What is not done about disputes. */
abstract sealed class DisputeRefused extends Refusal {

    private DisputeRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private DisputeRefused(String pointer, String message) {
        super(Category.INVALID, "invalid", message, List.of(new FieldError(pointer, message)));
    }

    static final class NotFound extends DisputeRefused {
        NotFound() {
            super(Category.MISSING, "not-found", "There is no such dispute");
        }
    }

    static final class WrongStage extends DisputeRefused {
        WrongStage(DisputeStage stage) {
            super(
                    Category.CONFLICT,
                    "wrong-stage",
                    "The gateway takes no answer any more: the dispute is %s"
                            .formatted(stage.code().replace('_', ' ')));
        }
    }

    /** The gateway has not said yet that it has the answer that was given. */
    static final class AnswerUnderWay extends DisputeRefused {
        AnswerUnderWay() {
            super(Category.CONFLICT, "answer-under-way", "An answer is on its way to the gateway: wait for it");
        }
    }

    /** A value that does not fit. */
    static final class Unfit extends DisputeRefused {
        Unfit(String pointer, String message) {
            super(pointer, message);
        }
    }
}
