package com.gmservices.notifications.wording;

import org.jspecify.annotations.Nullable;

/**
 * What somebody reads.
 *
 * @param action what the button says that leads to the page
 * @param version of the business's own words; null for the platform's
 */
public record Phrase(
        String subject,
        String text,
        String action,
        @Nullable Integer version) {}
