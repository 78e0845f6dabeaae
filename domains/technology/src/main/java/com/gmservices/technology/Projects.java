package com.gmservices.technology;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Software projects, each with the backlog it begins with. Writing the same twice is writing it once. */
@Repository
class Projects {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Clock clock;

    Projects(JdbcClient jdbc, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    void open(RequestId id, MemberId customer, SoftwareDevelopment project) {
        var budget = Spending.of(project.budget(), tenants);
        int opened = jdbc.sql("""
                insert into technology.project
                    (tenant_id, id, customer_id, kind, platforms, personal_data, budget_from, budget_up_to, currency,
                     deadline, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :kind, string_to_array(:platforms, ','), :personalData, :from, :upTo,
                        :currency, :deadline, 'enquiry', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("customer", customer.value())
                .param("kind", project.kind().name().toLowerCase(Locale.ROOT))
                .param("platforms", codes(project.platforms()))
                .param("personalData", project.personalData())
                .param("from", budget.from())
                .param("upTo", budget.upTo())
                .param("currency", budget.currency())
                .param("deadline", project.deadline())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (opened > 0) {
            fill(id, project.features());
        }
    }

    private void fill(RequestId project, List<String> features) {
        jdbc.sql("""
                insert into technology.backlog_item (tenant_id, project_id, position, feature)
                select ?, ?, position, feature from unnest(?) with ordinality as listed (feature, position)
                """)
                .params(CurrentTenant.id().value(), project.value(), features.toArray(String[]::new))
                .update();
    }

    private static String codes(List<? extends Enum<?>> choices) {
        return String.join(
                ",",
                choices.stream()
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }
}
