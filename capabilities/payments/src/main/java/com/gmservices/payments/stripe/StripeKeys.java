package com.gmservices.payments.stripe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be seen of a key: whose it is and for which mode. Each says what is wrong, if anything. */
final class StripeKeys {

    private static final Pattern KEY = Pattern.compile("(sk|rk|pk)_(live|test)_\\w+");

    private StripeKeys() {}

    static Optional<String> wrongSecret(String key, boolean live) {
        Matcher known = KEY.matcher(key);
        if (!known.matches()) {
            return Optional.of("A secret key of Stripe begins with sk_test_ or sk_live_, a restricted one with rk_.");
        }
        return known.group(1).equals("pk")
                ? Optional.of("The publishable key stands in place of the secret key.")
                : wrongMode("secret key", known, live);
    }

    static Optional<String> wrongPublishable(String key, boolean live) {
        Matcher known = KEY.matcher(key);
        return known.matches() && known.group(1).equals("pk")
                ? wrongMode("publishable key", known, live)
                : Optional.of("A publishable key of Stripe begins with pk_test_ or pk_live_.");
    }

    static Optional<String> wrongSigning(String secret) {
        return secret.matches("whsec_\\S+")
                ? Optional.empty()
                : Optional.of("The signing secret of a webhook of Stripe begins with whsec_.");
    }

    private static Optional<String> wrongMode(String what, Matcher key, boolean live) {
        boolean isLive = key.group(2).equals("live");
        return isLive == live ? Optional.empty() : Optional.of(otherMode(what, isLive));
    }

    static String otherMode(String what, boolean isLive) {
        return isLive
                ? "This is the %s for real money, and test mode is chosen.".formatted(what)
                : "This is the %s for Stripe's test mode, and real money is chosen.".formatted(what);
    }
}
