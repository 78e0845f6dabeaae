package com.gmservices;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the application's routes: which are open to whom, and what their paths name. */
final class Doors {

    /** Open to strangers, and why. */
    static final Map<String, String> PUBLIC = Map.ofEntries(
            entry("GET /", "the platform's front page"),
            entry("GET /.well-known/jwks.json", "public keys"),
            entry("GET /problems", "what the codes of the API's errors mean"),
            entry("GET /accent.css", "a colour of the business's public pages"),
            entry("GET /api/v1/me", "oneself, whatever the business"),
            entry("PATCH /api/v1/me", "oneself, whatever the business"),
            entry("GET /api/v1/me/memberships", "one's own businesses"),
            entry("GET /api/v1/service-types", "what businesses can offer"),
            entry("GET /api/v1/services", "the catalogue"),
            entry("GET /api/v1/services/{id}", "the catalogue"),
            entry("POST /api/v1/auth/invitations/accept", "takes a secret that was mailed"),
            entry("POST /api/v1/auth/login", "takes a password"),
            entry("POST /api/v1/auth/logout", "ends one's own tokens"),
            entry("POST /api/v1/auth/refresh", "takes a secret"),
            entry("POST /api/v1/auth/register", "how customers come"),
            entry("POST /api/v1/tenants", "how businesses come"),
            entry("GET /businesses/new", "how businesses come"),
            entry("POST /businesses/new", "how businesses come"),
            entry("GET /health", "how the platform fares"),
            entry("GET /ready", "how the platform fares"),
            entry("GET /home", "the business's front page"),
            entry("GET /invitations/{token}", "takes a secret that was mailed"),
            entry("POST /invitations/{token}", "takes a secret that was mailed"),
            entry("GET /operator/claim/{token}", "takes a secret that was printed"),
            entry("POST /operator/claim/{token}", "takes a secret that was printed"),
            entry("GET /me", "oneself, whatever the business"),
            entry("POST /me", "oneself, whatever the business"),
            entry("GET /me/businesses", "one's own businesses"),
            entry("GET /me/requests", "what one has asked for, at each business as its customer"),
            entry("GET /notifications/bell", "tells whoever is no member to stop asking"),
            entry("POST /api/v1/auth/password/forgot", "mails a secret"),
            entry("POST /api/v1/auth/password/reset", "takes a secret that was mailed"),
            entry("POST /api/v1/auth/verify-email", "takes a secret that was mailed"),
            entry("POST /api/v1/auth/link", "mails a secret"),
            entry("POST /api/v1/auth/link/consume", "takes a secret that was mailed"),
            entry("POST /api/v1/me/verify-email", "oneself, whatever the business"),
            entry("POST /me/verify-email", "oneself, whatever the business"),
            entry("GET /verify-email/{token}", "takes a secret that was mailed"),
            entry("POST /verify-email/{token}", "takes a secret that was mailed"),
            entry("GET /sign-in/link", "mails a secret"),
            entry("POST /sign-in/link", "mails a secret"),
            entry("GET /sign-in/link/{token}", "takes a secret that was mailed"),
            entry("POST /sign-in/link/{token}", "takes a secret that was mailed"),
            entry("GET /api/v1/me/sessions", "oneself, whatever the business"),
            entry("DELETE /api/v1/me/sessions", "oneself, whatever the business"),
            entry("DELETE /api/v1/me/sessions/{id}", "oneself, whatever the business"),
            entry("GET /me/sessions", "oneself, whatever the business"),
            entry("POST /me/sessions/{id}/end", "oneself, whatever the business"),
            entry("POST /me/sessions/end-others", "oneself, whatever the business"),
            entry("POST /api/v1/me/password", "oneself, whatever the business"),
            entry("GET /me/password", "oneself, whatever the business"),
            entry("POST /me/password", "oneself, whatever the business"),
            entry("GET /password/forgot", "mails a secret"),
            entry("POST /password/forgot", "mails a secret"),
            entry("GET /password/reset/{token}", "takes a secret that was mailed"),
            entry("POST /password/reset/{token}", "takes a secret that was mailed"),
            entry("POST /password/strength", "says how good a password is"),
            entry("GET /register", "how customers come"),
            entry("POST /register", "how customers come"),
            entry("GET /sandbox/{charge}", "the payer's bank: whoever holds the address, and no names"),
            entry("POST /sandbox/{charge}/approval", "the payer's bank"),
            entry("POST /sandbox/{charge}/refusal", "the payer's bank"),
            entry("GET /services", "the catalogue"),
            entry("GET /services/{id}", "the catalogue"),
            entry("GET /services/{id}/order", "asking for a service, before one has signed in"),
            entry("POST /services/{id}/order", "asking for a service, before one has signed in"),
            entry("GET /services/{id}/order/confirm", "asking for a service makes a customer"),
            entry("POST /services/{id}/order/confirm", "asking for a service makes a customer"),
            entry("GET /sign-in", "takes a password"),
            entry("POST /sign-in", "takes a password"),
            entry("POST /sign-out", "ends one's own session"),
            entry("GET /api/v1/me/providers", "oneself, whatever the business"),
            entry("DELETE /api/v1/me/providers/{provider}", "oneself, whatever the business"),
            entry("POST /me/providers/{provider}/remove", "oneself, whatever the business"),
            entry("GET /me/security", "what protects one's account"),
            entry("POST /me/security/authenticator", "one's own second factor"),
            entry("GET /me/security/authenticator", "one's own second factor"),
            entry("POST /me/security/authenticator/verify", "one's own second factor"),
            entry("POST /me/security/authenticator/remove", "one's own second factor"),
            entry("POST /me/security/codes", "one's own recovery codes"),
            entry("GET /me/security/passkeys/new", "one's own passkeys"),
            entry("POST /me/security/passkeys", "one's own passkeys"),
            entry("POST /me/security/passkeys/{id}/name", "one's own passkeys"),
            entry("POST /me/security/passkeys/{id}/remove", "one's own passkeys"),
            entry("GET /step-up", "proves once more who one is"),
            entry("POST /step-up", "proves once more who one is"),
            entry("POST /api/v1/auth/mfa/totp", "one's own second factor"),
            entry("POST /api/v1/auth/mfa/totp/verify", "one's own second factor"),
            entry("DELETE /api/v1/auth/mfa/totp", "one's own second factor"),
            entry("POST /api/v1/auth/mfa/recovery-codes", "one's own recovery codes"),
            entry("POST /api/v1/auth/step-up", "proves once more who one is"),
            entry("POST /api/v1/auth/mfa/challenge", "takes a second factor"),
            entry("POST /api/v1/auth/mfa/passkey", "takes the token of a second step"),
            entry("GET /sign-in/step", "takes a second factor"),
            entry("POST /sign-in/step", "takes a second factor"),
            entry("GET /sign-in/passkey", "takes a passkey"),
            entry("POST /sign-in/passkey", "takes a passkey"));

    /** Of the public ones those that only somebody who has signed in can call: what they show is theirs. */
    static final Set<String> ONES_OWN = Set.of(
            "GET /api/v1/me",
            "PATCH /api/v1/me",
            "GET /api/v1/me/memberships",
            "POST /api/v1/auth/logout",
            "POST /api/v1/me/password",
            "GET /api/v1/me/sessions",
            "DELETE /api/v1/me/sessions",
            "DELETE /api/v1/me/sessions/{id}",
            "GET /me/sessions",
            "POST /me/sessions/{id}/end",
            "POST /me/sessions/end-others",
            "GET /api/v1/me/providers",
            "DELETE /api/v1/me/providers/{provider}",
            "POST /me/providers/{provider}/remove",
            "POST /api/v1/me/verify-email",
            "POST /me/verify-email",
            "GET /me/password",
            "POST /me/password",
            "GET /me",
            "POST /me",
            "GET /me/businesses",
            "GET /me/requests",
            "GET /me/security",
            "POST /me/security/authenticator",
            "GET /me/security/authenticator",
            "POST /me/security/authenticator/verify",
            "POST /me/security/authenticator/remove",
            "POST /me/security/codes",
            "GET /me/security/passkeys/new",
            "POST /me/security/passkeys",
            "POST /me/security/passkeys/{id}/name",
            "POST /me/security/passkeys/{id}/remove",
            "GET /step-up",
            "POST /step-up",
            "POST /api/v1/auth/mfa/totp",
            "POST /api/v1/auth/mfa/totp/verify",
            "DELETE /api/v1/auth/mfa/totp",
            "POST /api/v1/auth/mfa/recovery-codes",
            "POST /api/v1/auth/step-up",
            "GET /services/{id}/order/confirm",
            "POST /services/{id}/order/confirm");

    /** What stands for the variables of a path that begins so: something of the first business. */
    static final Map<String, String> FILLED = Map.ofEntries(
            entry("/api/v1/api-keys/{id}", "key"),
            entry("/api/v1/me/api-keys/{id}", "key"),
            entry("/api/v1/me/sessions/{id}", "secret"),
            entry("/api/v1/me/providers/{provider}", "secret"),
            entry("/me/providers/{provider}", "secret"),
            entry("/me/sessions/{id}", "secret"),
            entry("/api/v1/invoices/{id}", "invoice"),
            entry("/api/v1/ledger/entries/{id}", "entry"),
            entry("/api/v1/members/{id}", "member"),
            entry("/api/v1/notifications/{id}", "notice"),
            entry("/api/v1/payments/{id}", "payment"),
            entry("/api/v1/platform/tenants/{id}", "tenant"),
            entry("/api/v1/providers/{id}", "provider"),
            entry("/api/v1/roles/{id}", "role"),
            entry("/api/v1/service-requests/{id}", "request"),
            entry("/api/v1/services/{id}", "service"),
            entry("/api/v1/sites/{id}", "site"),
            entry("/api/v1/webhooks/{id}", "webhook"),
            entry("/api/v1/webhooks/{id}/deliveries/{delivery}", "webhook delivery"),
            entry("/board/{id}", "request"),
            entry("/catalogue/{id}", "service"),
            entry("/invitations/{token}", "secret"),
            entry("/invoices/{id}", "invoice"),
            entry("/ledger/entries/{id}", "entry"),
            entry("/me/api-keys/{id}", "key"),
            entry("/me/security/passkeys/{id}", "secret"),
            entry("/members/{id}", "member"),
            entry("/members/roles/{id}", "role"),
            entry("/notifications/{id}", "notice"),
            entry("/operator/claim/{token}", "secret"),
            entry("/operator/mailbox/{id}", "notice"),
            entry("/operator/tenants/{id}", "tenant"),
            entry("/operator/untold/{id}", "notice"),
            entry("/password/reset/{token}", "secret"),
            entry("/pay/{kind}/{subject}", "service-request/request"),
            entry("/payments/{id}", "payment"),
            entry("/providers/{id}", "provider"),
            entry("/requests/{id}", "request"),
            entry("/sandbox/{charge}", "charge"),
            entry("/services/{id}", "service"),
            entry("/settings/api-keys/{id}", "key"),
            entry("/settings/sites/{id}", "site"),
            entry("/settings/webhooks/{id}", "webhook"),
            entry("/settings/webhooks/{id}/deliveries/{delivery}", "webhook delivery"),
            entry("/sign-in/link/{token}", "secret"),
            entry("/verify-email/{token}", "secret"));

    /** Of one customer, and not for others of the same business. */
    static final Set<String> PERSONAL = Set.of("request", "payment", "invoice", "notice", "service-request/request");

    private Doors() {}

    static boolean isOpen(Route route) {
        return PUBLIC.containsKey(route.toString());
    }

    static String thing(Route route) {
        return FILLED.getOrDefault(String.valueOf(prefix(route)), "");
    }

    static @Nullable String prefix(Route route) {
        return FILLED.keySet().stream()
                .filter(prefix ->
                        route.pattern().equals(prefix) || route.pattern().startsWith(prefix + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
