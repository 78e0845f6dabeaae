package com.gmservices.notifications.wording;

import com.gmservices.notifications.Channel;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A business's own words for something, one version of them. Without a text they are the platform's again. */
public record Wording(
        String key,
        Locale language,
        Channel channel,
        int version,
        @Nullable String subject,
        @Nullable String text,
        MemberId madeBy,
        Instant createdAt) {}
