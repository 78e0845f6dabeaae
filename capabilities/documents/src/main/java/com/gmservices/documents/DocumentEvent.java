package com.gmservices.documents;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.events.LoggedEvent;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a file. Never its name, which may well hold somebody's own. */
public sealed interface DocumentEvent extends LoggedEvent, Recorded {

    DocumentId document();

    /** The {@link Attachable#kind()} and id of what it hangs on. */
    String kind();

    UUID subject();

    @Override
    default UUID aggregate() {
        return document().value();
    }

    /**
     * It was checked, and may be seen from now on.
     *
     * @param owner whose thing it hangs on; null when the thing is not there any more
     * @param by null for what the platform itself has made
     */
    record DocumentAttached(
            TenantId tenant,
            DocumentId document,
            int revision,
            String kind,
            UUID subject,
            @Nullable MemberId owner,
            @Nullable MemberId by,
            boolean internal,
            String mediaType,
            long size,
            Instant at)
            implements DocumentEvent {

        @Override
        public Act act() {
            return Act.of("document.attached", "document", document)
                    .to(Map.of("attached_to", kind + " " + subject, "media_type", mediaType, "size", size));
        }
    }

    /** @param by null when its time had come */
    record DocumentRemoved(
            TenantId tenant,
            DocumentId document,
            int revision,
            String kind,
            UUID subject,
            @Nullable MemberId owner,
            @Nullable MemberId by,
            boolean internal,
            Instant at)
            implements DocumentEvent {

        @Override
        public Act act() {
            return Act.of("document.removed", "document", document).from(Map.of("attached_to", kind + " " + subject));
        }
    }

    /** Something was found in it, or it lied about what it is. */
    record DocumentTurnedAway(
            TenantId tenant,
            DocumentId document,
            int revision,
            String kind,
            UUID subject,
            @Nullable MemberId by,
            String reason,
            Instant at)
            implements DocumentEvent {

        @Override
        public Act act() {
            return Act.of("document.turned-away", "document", document)
                    .to(Map.of("attached_to", kind + " " + subject, "reason", reason));
        }
    }
}
