package com.gmservices.audit;

import com.gmservices.tenancy.Masked;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.RoleId;
import com.gmservices.tenancy.Roles;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.TenancyEvent;
import com.gmservices.tenancy.TenancyEvent.MemberAdded;
import com.gmservices.tenancy.TenancyEvent.MemberChanged;
import com.gmservices.tenancy.TenancyEvent.OwnerChanged;
import com.gmservices.tenancy.TenancyEvent.PlanAgreed;
import com.gmservices.tenancy.TenancyEvent.RoleAdded;
import com.gmservices.tenancy.TenancyEvent.RoleChanged;
import com.gmservices.tenancy.TenancyEvent.RoleRemoved;
import com.gmservices.tenancy.TenancyEvent.SiteAdded;
import com.gmservices.tenancy.TenancyEvent.SiteChanged;
import com.gmservices.tenancy.TenancyEvent.TenantChanged;
import com.gmservices.tenancy.TenancyEvent.TenantClosing;
import com.gmservices.tenancy.TenancyEvent.TenantFounded;
import com.gmservices.tenancy.TenancyEvent.TenantKept;
import com.gmservices.tenancy.TenancyEvent.TenantStatusChanged;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what happens to a business, its places and its people, which cannot do so themselves. */
@Component
class TenancyTrail {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final Trail trail;
    private final Entries entries;
    private final Tenants tenants;
    private final Plans plans;
    private final Sites sites;
    private final Members members;
    private final Roles roles;
    private final JsonMapper json;

    TenancyTrail(
            Trail trail,
            Entries entries,
            Tenants tenants,
            Plans plans,
            Sites sites,
            Members members,
            Roles roles,
            JsonMapper json) {
        this.trail = trail;
        this.entries = entries;
        this.tenants = tenants;
        this.plans = plans;
        this.sites = sites;
        this.members = members;
        this.roles = roles;
        this.json = json;
    }

    @EventListener
    void on(TenancyEvent event) {
        switch (event) {
            case TenantFounded it -> write("tenant.founded", "tenant", it.tenant(), settings());
            case TenantChanged it -> write("tenant.changed", "tenant", it.tenant(), settings());
            case TenantStatusChanged it ->
                trail.record(Act.of("tenant." + it.status().code(), "tenant", it.tenant()));
            case TenantClosing it ->
                trail.record(Act.of("tenant.closing", "tenant", it.tenant())
                        .to(Map.of("closes_at", it.at().toString())));
            case TenantKept it -> trail.record(Act.of("tenant.kept", "tenant", it.tenant()));
            case SiteAdded it ->
                write("site.added", "site", it.site(), sites.find(it.site()).map(this::facts));
            case SiteChanged it ->
                write("site.changed", "site", it.site(), sites.find(it.site()).map(this::facts));
            case PlanAgreed it -> write("plan.agreed", "plan", it.tenant(), Optional.of(facts(plans.of(it.tenant()))));
            case RoleAdded it -> write("role.added", "role", it.role(), role(it.role()));
            case RoleChanged it -> write("role.changed", "role", it.role(), role(it.role()));
            case RoleRemoved it -> write("role.removed", "role", it.role(), Optional.empty());
            case OwnerChanged it ->
                trail.record(Act.of("owner.changed", "member", it.to())
                        .from(Map.of("owner", it.from().toString())));
            case MemberAdded it ->
                write(
                        "member.added",
                        "member",
                        it.member(),
                        members.find(it.member()).map(this::facts));
            case MemberChanged it ->
                write(
                        "member.changed",
                        "member",
                        it.member(),
                        members.find(it.member()).map(this::facts));
        }
    }

    /** Beside what it was when it was last written down. */
    private void write(String action, String kind, Object subject, Optional<Map<String, Object>> facts) {
        Map<String, Object> now = facts.orElse(Map.of());
        Map<String, Object> before = entries.latestOf(kind, subject.toString())
                .map(text -> json.readValue(text, VALUES))
                .orElse(Map.of());
        if (!now.equals(before)) {
            trail.record(Act.of(action, kind, subject).from(before).to(now));
        }
    }

    private Optional<Map<String, Object>> settings() {
        return tenants.stored().map(this::facts);
    }

    private Map<String, Object> facts(Tenant tenant) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", tenant.name());
        facts.put("accent", tenant.accent());
        facts.put("currency", tenant.currency());
        facts.put("time_zone", tenant.timeZone());
        facts.put("tax_number", tenant.taxNumber());
        facts.put("tax_rates", tenant.taxRates());
        facts.put("domains", tenant.domains().stream().sorted().toList());
        facts.put("second_factor_required", tenant.secondFactorRequired());
        facts.put("allowed_origins", tenant.allowedOrigins());
        return plain(facts);
    }

    private Map<String, Object> facts(Site site) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", site.name());
        facts.put("address", site.address());
        facts.put("time_zone", site.timeZone());
        facts.put("opening_hours", site.openingHours());
        return plain(facts);
    }

    private Map<String, Object> facts(Plan plan) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("name", plan.name());
        facts.put("calls_per_minute", plan.callsPerMinute());
        facts.put("calls_burst", plan.callsBurst());
        facts.put("calls_per_hour", plan.callsPerHour());
        facts.put("storage_bytes", plan.storageBytes());
        facts.put("monthly_fee", plan.monthlyFee());
        facts.put("payment_basis_points", plan.paymentBasisPoints());
        facts.put("sms_day", plan.smsDay());
        facts.put("sms_country_day", plan.smsCountryDay());
        return plain(facts);
    }

    private Optional<Map<String, Object>> role(RoleId id) {
        return roles.find(id.toString()).map(role -> {
            var facts = new LinkedHashMap<String, @Nullable Object>();
            facts.put("name", role.name());
            facts.put("permissions", role.permissions().stream().sorted().toList());
            return plain(facts);
        });
    }

    private Map<String, Object> facts(Member member) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("email", member.email() == null ? null : Masked.email(member.email()));
        facts.put("phone", member.phone() == null ? null : Masked.phone(member.phone()));
        facts.put(
                "roles",
                member.roles().stream()
                        .map(role -> json.<JsonNode>valueToTree(role).asString())
                        .sorted()
                        .toList());
        facts.put(
                "own_roles",
                member.ownRoles().isEmpty()
                        ? null
                        : member.ownRoles().stream()
                                .map(RoleId::toString)
                                .sorted()
                                .toList());
        facts.put("roles_until", member.until().isEmpty() ? null : new TreeMap<>(member.until()));
        facts.put("active", member.active());
        return plain(facts);
    }

    /** As it reads back; what is not there is left out. */
    private Map<String, Object> plain(Map<String, @Nullable Object> facts) {
        facts.values().removeIf(value -> value == null);
        return json.readValue(json.writeValueAsString(facts), VALUES);
    }
}
