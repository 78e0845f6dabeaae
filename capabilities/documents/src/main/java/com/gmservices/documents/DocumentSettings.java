package com.gmservices.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gm.documents.*} or {@code GM_DOCUMENTS_*}.
 *
 * @param store {@code local}, {@code s3} or {@code gcs}
 * @param maxBytes of one file
 * @param maxPictureBytes of one picture, which is held in memory to be drawn anew
 * @param linksLast how long a signed link opens
 * @param uploadsLast how long an upload may take from its announcement to its end
 */
@ConfigurationProperties("gm.documents")
record DocumentSettings(
        @DefaultValue("local") String store,
        @DefaultValue("104857600") long maxBytes,
        @DefaultValue("26214400") long maxPictureBytes,
        @DefaultValue("5m") Duration linksLast,
        @DefaultValue("24h") Duration uploadsLast) {}
