package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.testing.TenantWall;
import com.gmservices.database.testing.TenantWall.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The wall stands, and each way of making a hole in it is seen. */
@SpringBootTest
class TenantWallTests {

    private static final Known KNOWN = new Known(
            Set.of("jobs.scheduled_tasks", "tenancy.tenant"),
            Set.of("tenancy.member.own_memberships"),
            Set.of("tenancy.member_businesses"),
            Set.of());

    @Autowired
    private DatabaseLogin login;

    @Test
    void stands() {
        assertThat(gapsAfter("set local lock_timeout = 0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alter table tenancy.site no force row level security | tenancy.site lacks forced row-level security
            alter table tenancy.site disable row level security | tenancy.site lacks forced row-level security
            drop policy tenant_isolation on tenancy.site | tenancy.site lacks the policy of gm_app in the form that is asked once per statement
            drop policy tenant_owner on tenancy.site | tenancy.site lacks the policy of gm_owner that lets it pass
            drop policy tenant_platform on tenancy.site | tenancy.site lacks the policy of gm_platform that lets it pass
            alter policy tenant_isolation on tenancy.site with check (true) | tenancy.site lacks the policy of gm_app in the form that is asked once per statement
            alter policy tenant_isolation on tenancy.site using (tenant_id = current_setting('gm.tenant_id')::uuid) | tenancy.site lacks the policy of gm_app in the form that is asked once per statement
            alter policy tenant_isolation on tenancy.site to gm_app, gm_platform | tenancy.site lacks the policy of gm_app in the form that is asked once per statement
            create policy wide on tenancy.site for select to gm_app using (true) | tenancy.site.wide is a further policy
            alter table tenancy.site drop constraint site_pkey | tenancy.site lacks an index that begins with tenant_id
            create index site_names on tenancy.site (name) | tenancy.site_names does not begin with tenant_id
            create table tenancy.loose (id uuid primary key) | tenancy.loose has no tenant
            create view tenancy.sites as select * from tenancy.site | tenancy.sites is a view that shows what its owner sees
            create materialized view tenancy.sites as select * from tenancy.site | tenancy.sites is a view that shows what its owner sees
            create function tenancy.all_of_them() returns int language sql security definer as 'select 1' | tenancy.all_of_them runs with its owner's rights
            create schema quay; create table quay.berth (id uuid primary key); create table tenancy.ship (id uuid references quay.berth) | ship_id_fkey of tenancy.ship refers to another schema, to quay.berth
            alter table tenancy.site add member uuid; alter table tenancy.member add unique (id); alter table tenancy.site add foreign key (member) references tenancy.member (id) | site_member_fkey of tenancy.site may refer to another tenant's tenancy.member
            """)
    void isSeenToHaveAHoleAfter(String change, String gap) {
        assertThat(gapsAfter(change)).contains(gap);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table tenancy.note_1 no force row level security | tenancy.note_1 lacks forced row-level security
            grant select on tenancy.note_1 to gm_app | tenancy.note_1 is a partition that gm_app has rights on
            grant select on tenancy.note_1 to public | tenancy.note_1 is a partition that everybody has rights on
            """)
    void looksAtPartitions(String change, String gap) {
        String partitioned = """
                create table tenancy.note (tenant_id uuid, id uuid, primary key (tenant_id, id)) partition by range (id);
                create table tenancy.note_1 (like tenancy.note including all);
                alter table tenancy.note_1 enable row level security;
                alter table tenancy.note_1 force row level security;
                alter table tenancy.note attach partition tenancy.note_1 default;
                """;

        assertThat(gapsAfter(partitioned)).noneMatch(it -> it.contains("note_1"));
        assertThat(gapsAfter(partitioned + change)).contains(gap);
    }

    @Test
    void looksAtRoles() {
        asOwner(catalogue -> {
            String superuser = catalogue
                    .sql("select rolname from pg_roles where rolsuper limit 1")
                    .query((row, index) -> row.getString(1))
                    .single();
            var wrong =
                    new DatabaseLogin(login.url(), login.owner(), login.app(), new DatabaseLogin.Role(superuser, ""));
            assertThat(TenantWall.gaps(catalogue, wrong, KNOWN)).contains(superuser + " passes every policy");
        });
    }

    @Test
    void keepsItsListsShort() {
        var stale = new Known(KNOWN.tables(), KNOWN.policies(), Set.of("tenancy.gone"), KNOWN.definers());

        asOwner(catalogue -> assertThat(TenantWall.gaps(catalogue, login, stale))
                .containsExactly(
                        "tenancy.member_businesses does not begin with tenant_id",
                        "tenancy.gone is listed and not there"));
    }

    private List<String> gapsAfter(String change) {
        var gaps = new ArrayList<String>();
        asOwner(catalogue -> {
            catalogue.sql(change).update();
            gaps.addAll(TenantWall.gaps(catalogue, login, KNOWN));
        });
        return gaps;
    }

    /** And takes back whatever it does. */
    private void asOwner(Consumer<JdbcClient> work) {
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            work.accept(JdbcClient.create(owner));
        });
    }
}
