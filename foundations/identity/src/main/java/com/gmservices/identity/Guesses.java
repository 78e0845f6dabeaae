package com.gmservices.identity;

import com.gmservices.identity.security.KnownDevices;
import com.gmservices.limits.Limits;
import com.gmservices.limits.Network;
import com.gmservices.limits.Pauses;
import com.gmservices.limits.Pauses.Turn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Slows whoever guesses passwords, and locks nobody out. After five wrong ones for an account from one network the next
 * has to wait a second, then two, four, up to a quarter of an hour. Guesses for an account from many networks wait too
 * after twenty, a minute at most; so do those from one network for many accounts after a hundred. A browser in which
 * somebody has signed in before is counted by itself and waits for none of the others; and a mailed link always opens.
 * What comes during a pause is not checked, does not count and does not prolong it. Accounts that nobody has are counted
 * as the others are.
 */
@Component
class Guesses {

    private final Pauses byAccountAndNetwork;
    private final Pauses byAccount;
    private final Pauses byNetwork;

    private final KnownDevices devices;
    private final Limits limits;

    Guesses(KnownDevices devices, Limits limits) {
        this.devices = devices;
        this.limits = limits;
        this.byAccountAndNetwork = limits.pauses("guesses-account-network", 5, Duration.ofMinutes(15));
        this.byAccount = limits.pauses("guesses-account", 20, Duration.ofMinutes(1));
        this.byNetwork = limits.pauses("guesses-network", 100, Duration.ofMinutes(15));
    }

    /**
     * Checks a password unless it is too soon; empty says that it was wrong. Counted before it is checked, so that many
     * at once are not one.
     *
     * @throws TooSoon when the caller has to wait
     */
    <T> Optional<T> attempt(String email, Supplier<Optional<T>> check) {
        return attempt(email, check, found -> false);
    }

    /** As {@link #attempt(String, Supplier)}, where some that are right count as if they were wrong. */
    <T> Optional<T> attempt(String email, Supplier<Optional<T>> check, Predicate<T> counts) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call)
                || limits.isOff(call.getRequest())) {
            return check.get();
        }
        List<Turn> turns = turns(email.strip().toLowerCase(Locale.ROOT), call.getRequest());
        take(turns);
        boolean counted = false;
        try {
            Optional<T> result = check.get();
            counted = result.map(counts::test).orElse(true);
            return result;
        } finally {
            if (!counted) {
                turns.forEach(Turn::giveBack);
            }
        }
    }

    private void take(List<Turn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            Duration wait = turns.get(i).take();
            if (wait.isPositive()) {
                turns.subList(0, i).forEach(Turn::giveBack);
                throw new TooSoon(wait);
            }
        }
    }

    private List<Turn> turns(String account, HttpServletRequest request) {
        String network = Network.of(request).name();
        return devices.mark(request, account)
                .map(device -> List.of(byAccountAndNetwork.of(device + " " + account)))
                .orElseGet(() -> List.of(
                        byAccountAndNetwork.of(network + " " + account), byAccount.of(account), byNetwork.of(network)));
    }

    static final class TooSoon extends ErrorResponseException {

        private final long seconds;

        TooSoon(Duration wait) {
            super(HttpStatus.TOO_MANY_REQUESTS);
            this.seconds = wait.plusMillis(999).toSeconds();
            setDetail("Too many wrong passwords: try again in %d seconds, or sign in by a mailed link"
                    .formatted(seconds));
            getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }

        long seconds() {
            return seconds;
        }
    }
}
