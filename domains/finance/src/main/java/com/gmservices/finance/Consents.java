package com.gmservices.finance;

import com.gmservices.database.Ids;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed to, when, and in which words: only the sentence that somebody read can be held against anybody. */
@Repository
class Consents {

    private final JdbcClient jdbc;
    private final Progress progress;
    private final MessageSource messages;

    Consents(JdbcClient jdbc, Progress progress, MessageSource messages) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.messages = messages;
    }

    void keep(Book book, Work work, List<Consent> given) {
        UUID matter = work.request().value();
        given.forEach(consent -> insert(
                consent,
                wording(work.type().code(), consent),
                book == Book.LOAN_APPLICATION ? matter : null,
                book == Book.CREDIT_ASSESSMENT ? matter : null));
    }

    private void insert(Consent consent, String wording, @Nullable UUID application, @Nullable UUID assessment) {
        jdbc.sql("""
                insert into finance.consent
                    (tenant_id, id, loan_application_id, credit_assessment_id, kind, wording, given_at)
                values (:tenant, :id, :application, :assessment, :kind, :wording, :now)
                on conflict do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", Ids.next())
                .param("application", application)
                .param("assessment", assessment)
                .param("kind", Progress.code(consent))
                .param("wording", wording)
                .param("now", progress.now())
                .update();
    }

    private String wording(String type, Consent consent) {
        String key = "details.%s.consents.%s".formatted(type, Progress.code(consent));
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
