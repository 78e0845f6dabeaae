package com.gmservices.audit;

import com.gmservices.audit.Entry.ActorKind;
import com.gmservices.database.Ids;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what was done, in the transaction that does it. Who did it and from where is what the call that is being
 * answered says of itself; without one, it was a job of the platform.
 */
@Service
public class Trail {

    /** What belongs to no business, such as signing in to none: the platform's own trail. */
    static final TenantId PLATFORM = new TenantId(new UUID(0, 0));

    private static final int LONGEST = 300;

    private final Entries entries;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;
    private final JsonMapper json;
    private final Clock clock;

    Trail(Entries entries, PlatformTransactionManager transactions, JsonMapper json, Clock clock) {
        this.entries = entries;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
        this.clock = clock;
    }

    /** To the current tenant's trail; to the platform's when there is none. */
    public void record(Act act) {
        write(act, null);
    }

    /** For acts by which somebody becomes, or ceases to be, the one who calls. */
    public void record(Act act, IdentityId by) {
        write(act, by);
    }

    /** To the platform's trail, wherever it happens: what is not for the business to know. */
    public void recordForPlatform(Act act) {
        writeForPlatform(act, null);
    }

    @EventListener
    void on(Recorded event) {
        CurrentTenant.run(event.tenant(), () -> write(event.act(), null));
    }

    private void write(Act act, @Nullable IdentityId by) {
        if (CurrentTenant.find().isPresent()) {
            joining.executeWithoutResult(status -> entries.add(entry(act, by)));
        } else {
            writeForPlatform(act, by);
        }
    }

    private void writeForPlatform(Act act, @Nullable IdentityId by) {
        CurrentTenant.run(PLATFORM, () -> apart.executeWithoutResult(status -> entries.add(entry(act, by))));
    }

    private Entry entry(Act act, @Nullable IdentityId by) {
        HttpServletRequest call = call();
        Actor actor = by == null ? actor(call) : new Actor(ActorKind.PERSON, by.value());
        return new Entry(
                CurrentTenant.id(),
                Ids.next(),
                clock.instant(),
                actor.kind,
                actor.id,
                act.action(),
                act.subjectKind(),
                act.subject(),
                text(act.before()),
                text(act.after()),
                call == null ? null : call.getRemoteAddr(),
                call == null ? null : shortened(call.getHeader("User-Agent")),
                call == null ? null : attribute(call, "gm.request-id", String.class));
    }

    private record Actor(ActorKind kind, @Nullable UUID id) {}

    private static Actor actor(@Nullable HttpServletRequest call) {
        if (call == null) {
            return new Actor(ActorKind.PLATFORM, null);
        }
        CurrentMember member = attribute(call, "currentMember", CurrentMember.class);
        if (member != null && member.tenant().equals(CurrentTenant.id())) {
            return new Actor(ActorKind.MEMBER, member.id().value());
        }
        CurrentIdentity identity = attribute(call, "currentIdentity", CurrentIdentity.class);
        if (identity == null) {
            return new Actor(ActorKind.NOBODY, null);
        }
        return new Actor(
                identity.operator() ? ActorKind.OPERATOR : ActorKind.PERSON,
                identity.id().value());
    }

    private static @Nullable HttpServletRequest call() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static <T> @Nullable T attribute(HttpServletRequest call, String name, Class<T> type) {
        Object value = call.getAttribute(name);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    private @Nullable String text(Map<String, ?> values) {
        return values.isEmpty() ? null : json.writeValueAsString(new TreeMap<>(values));
    }

    /** PostgreSQL takes no NUL, and nobody needs more than this. */
    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = text.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
