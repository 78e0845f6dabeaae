package com.gmservices.payments.stripe;

import com.gmservices.payments.stripe.FakeStripe.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** https://docs.stripe.com/api/idempotent_requests: the first answer is given again, errors of Stripe's own too. */
final class FakeKeys {

    record Answer(int status, Thing body, boolean replayed) {

        static Answer of(Refusal refusal) {
            return new Answer(refusal.status(), Thing.of("error", refusal.error()), false);
        }

        /** Of a card whose answers get lost. */
        boolean isLost() {
            return body.has("lost") && !replayed;
        }
    }

    private record Kept(String path, Form form, Answer answer) {}

    private final Map<String, Kept> kept = new HashMap<>();

    void forget() {
        kept.clear();
    }

    Answer under(Seen call, Form form, Supplier<Thing> work) {
        String key = call.headers().get("idempotency-key");
        if (key == null || !call.method().equals("POST")) {
            return new Answer(200, work.get(), false);
        }
        if (key.length() > 255) {
            throw Refusal.of(null, "Idempotency keys are up to 255 characters long.");
        }
        Kept first = kept.get(key);
        if (first == null) {
            return first(call, form, key, work);
        }
        if (!first.path.equals(call.path()) || !first.form.equals(form)) {
            throw new Refusal(
                    400,
                    "idempotency_error",
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with.");
        }
        return new Answer(first.answer.status, first.answer.body, true);
    }

    private Answer first(Seen call, Form form, String key, Supplier<Thing> work) {
        Answer answer;
        try {
            answer = new Answer(200, work.get(), false);
        } catch (Refusal refusal) {
            answer = Answer.of(refusal);
            if (refusal.isOfWords()) {
                return answer;
            }
        }
        kept.put(key, new Kept(call.path(), form, answer));
        return answer;
    }
}
