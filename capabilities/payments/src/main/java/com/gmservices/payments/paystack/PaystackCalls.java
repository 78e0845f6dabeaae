package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.Accounts;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.vendor.Answer;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import com.gmservices.payments.vendor.Asking;
import com.gmservices.payments.vendor.VendorSilent;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Paystack as the current business. */
class PaystackCalls {

    static final String GATEWAY = "paystack";
    static final String SECRET_KEY = "secret_key";

    private final Paystack paystack;
    private final Accounts accounts;
    private final Asking asking;

    PaystackCalls(Paystack paystack, Accounts accounts, JsonMapper json) {
        this.paystack = paystack;
        this.accounts = accounts;
        this.asking = new Asking(json);
    }

    /** One of Paystack's calls, with what stands in its Authorization header. */
    @FunctionalInterface
    interface Call {
        ResponseEntity<byte[]> with(Paystack paystack, String key);
    }

    Answer ask(Call call) {
        return ask(accounts.of(GATEWAY), call);
    }

    Answer ask(Credentials credentials, Call call) {
        String key = "Bearer " + credentials.require(SECRET_KEY);
        return asking.ask(() -> call.with(paystack, key));
    }

    /** @throws VendorSilent when there is no answer, or none that helps */
    JsonNode require(Call call) {
        return find(call).orElseThrow(() -> new VendorSilent("Paystack", "Not found"));
    }

    /**
     * Empty when Paystack does not know it.
     *
     * @throws VendorSilent when there is no answer, or none that helps
     */
    Optional<JsonNode> find(Call call) {
        Answer answer = ask(call);
        return switch (answer) {
            case Said said when said.isGood() -> Optional.of(said.body());
            case Said said when knowsNothing(said) -> Optional.empty();
            case Said _, NotTaken _, Silence _ -> throw VendorSilent.of("Paystack", answer);
        };
    }

    /** Paystack's own words about what was wrong: for programs, as they may tell of people. */
    static String complaint(Said said) {
        return said.body().path("message").asString("");
    }

    /** Not the answer of anybody who stands before Paystack. */
    static boolean knowsNothing(Said said) {
        return (said.status() == 404 || said.status() == 400)
                && complaint(said).toLowerCase(Locale.ROOT).contains("not found");
    }

    static boolean refusesKey(Said said) {
        return said.status() == 401 || said.status() == 403;
    }
}
