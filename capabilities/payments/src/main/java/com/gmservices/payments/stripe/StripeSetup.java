package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import com.gmservices.payments.gateway.GatewaySetup.Check.Fine;
import com.gmservices.payments.gateway.GatewaySetup.Check.Wrong;
import com.stripe.model.Account;
import com.stripe.service.V1Services;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StripeSetup implements GatewaySetup {

    static final String PUBLISHABLE_KEY = "publishable_key";
    static final String WEBHOOK_SECRET = "webhook_secret";

    /** Stripe signs with both secrets for up to a day after one was rolled. */
    static final String WEBHOOK_SECRET_EARLIER = "webhook_secret_earlier";

    private static final Wrong AWAY = new Wrong("Stripe cannot be reached just now. Check again in a moment.");

    private final StripeClients clients;

    StripeSetup(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String gateway() {
        return StripeGateway.NAME;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(StripeClients.SECRET_KEY, true, true),
                new Field(PUBLISHABLE_KEY, false, true),
                new Field(WEBHOOK_SECRET, true, true),
                new Field(WEBHOOK_SECRET_EARLIER, true, false));
    }

    @Override
    public Check check(Credentials credentials) {
        return Stream.of(
                        StripeKeys.wrongSecret(credentials.require(StripeClients.SECRET_KEY), credentials.live()),
                        StripeKeys.wrongPublishable(credentials.require(PUBLISHABLE_KEY), credentials.live()),
                        StripeKeys.wrongSigning(credentials.require(WEBHOOK_SECRET)),
                        credentials.find(WEBHOOK_SECRET_EARLIER).flatMap(StripeKeys::wrongSigning))
                .flatMap(Optional::stream)
                .<Check>map(Wrong::new)
                .findFirst()
                .orElseGet(() -> askStripe(credentials));
    }

    private Check askStripe(Credentials credentials) {
        V1Services stripe = clients.of(credentials);
        try {
            boolean live = ask(() -> stripe.balance().retrieve()).getLivemode();
            return live == credentials.live()
                    ? account(ask(() -> stripe.accounts().retrieveCurrent()), live)
                    : new Wrong(StripeKeys.otherMode("secret key", live));
        } catch (StripeFailure failure) {
            return switch (failure.status()) {
                case 401 ->
                    new Wrong("Stripe does not know this secret key: it was not copied whole, or was replaced there.");
                case 403 ->
                    new Wrong(
                            "Stripe does not let this restricted key read the account and its balance: allow it both.");
                default -> AWAY;
            };
        }
    }

    private static Check account(Account account, boolean live) {
        String as = "%s (%s)".formatted(name(account), account.getId());
        return live && !Boolean.TRUE.equals(account.getChargesEnabled())
                ? new Wrong("Stripe does not let %s take payments yet: complete the account there.".formatted(as))
                : new Fine(as);
    }

    private static String name(Account account) {
        return Stream.of(businessName(account), dashboardName(account), account.getEmail())
                .flatMap(name -> Optional.ofNullable(name).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("Stripe");
    }

    private static @Nullable String businessName(Account account) {
        return account.getBusinessProfile() == null
                ? null
                : account.getBusinessProfile().getName();
    }

    private static @Nullable String dashboardName(Account account) {
        return account.getSettings() == null || account.getSettings().getDashboard() == null
                ? null
                : account.getSettings().getDashboard().getDisplayName();
    }
}
