package com.gmservices.notifications.report;

import com.gmservices.notifications.delivery.DeliveryId;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.tenancy.TenantId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a carrier says of one delivery.
 *
 * @param dead why nothing more is to be sent to that address, if so
 */
record News(
        DeliveryId delivery, DeliveryState state, @Nullable String detail, Suppressions.@Nullable Reason dead) {

    private static final int LONGEST_DETAIL = 500;
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern MARK = Pattern.compile("(-|%1$s)[/_](%1$s)".formatted(UUID_FORM));

    /** What a mail server on the other side said of itself is anything at all, and a NUL cannot be kept. */
    News {
        detail = detail == null ? null : plain(detail);
    }

    private static String plain(String detail) {
        String line = detail.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(LONGEST_DETAIL, line.length()));
    }

    /** Empty for a delivery that is none of ours: another system may share the carrier's account. */
    static Optional<DeliveryId> delivery(String mark) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(parts.group(2));
        return Optional.of(
                parts.group(1).equals("-")
                        ? new OfAccount(id)
                        : new OfTenant(new TenantId(UUID.fromString(parts.group(1))), id));
    }
}
