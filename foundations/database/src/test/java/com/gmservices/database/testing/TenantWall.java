package com.gmservices.database.testing;

import com.gmservices.database.DatabaseLogin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the database's own catalogue whether row-level security stands between tenants everywhere, so that no table, view
 * or function can be forgotten. What is meant to be otherwise is told to it by name.
 */
public final class TenantWall {

    private static final String TENANT_MATCHES =
            "(tenant_id = ( SELECT (NULLIF(current_setting('gm.tenant_id'::text, true), ''::text))::uuid AS \"nullif\"))";

    private static final String OURS =
            "not (n.nspname like 'pg\\_%' or n.nspname = 'information_schema') and c.relname <> 'flyway_schema_history'";

    private static final String TABLES = """
            with tables as (
              select c.oid, n.nspname || '.' || c.relname as name, c.relispartition as is_partition, c.relacl as acl,
                     c.relrowsecurity and c.relforcerowsecurity as is_forced, c.relowner as owner,
                     (select a.attnum from pg_attribute a
                      where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and %s)
            """.formatted(OURS);

    private final JdbcClient catalogue;
    private final DatabaseLogin login;
    private final Known known;
    private final List<String> gaps = new ArrayList<>();

    /**
     * @param tables without a tenant, as {@code schema.table}
     * @param policies beside the three of each table, as {@code schema.table.policy}
     * @param indexes of tenants' tables that begin with something else, as {@code schema.index}
     * @param definers functions that run with their owner's rights, as {@code schema.function}
     */
    public record Known(Set<String> tables, Set<String> policies, Set<String> indexes, Set<String> definers) {}

    private TenantWall(JdbcClient catalogue, DatabaseLogin login, Known known) {
        this.catalogue = catalogue;
        this.login = login;
        this.known = known;
    }

    /** One line for each hole; none when the wall stands. */
    public static List<String> gaps(JdbcClient catalogue, DatabaseLogin login, Known known) {
        var wall = new TenantWall(catalogue, login, known);
        wall.lookAtTables();
        wall.lookAtPolicies();
        wall.lookAtIndexes();
        wall.lookAtPartitions();
        wall.lookAtForeignKeys();
        wall.lookAtViewsAndFunctions();
        wall.lookAtRoles();
        return List.copyOf(wall.gaps);
    }

    private void lookAtTables() {
        find(
                TABLES
                        + "select name || ' lacks forced row-level security' from tables where tenant is not null and not is_forced");
        unless(known.tables, "%s has no tenant", TABLES + "select name from tables where tenant is null");
    }

    private void lookAtPolicies() {
        lookForPolicy(login.app(), TENANT_MATCHES, "in the form that is asked once per statement");
        lookForPolicy(login.owner(), "true", "that lets it pass");
        lookForPolicy(login.platform(), "true", "that lets it pass");
        unless(known.policies, "%s is a further policy", TABLES + """
                select t.name || '.' || p.polname from tables t join pg_policy p on p.polrelid = t.oid
                where t.tenant is not null and not exists (
                  select from unnest(array[:app, :owner, :platform]) role
                  where p.polcmd = '*' and p.polroles = array[role::regrole::oid])
                """);
    }

    private void lookForPolicy(DatabaseLogin.Role role, String condition, String kind) {
        find(TABLES + """
                select t.name || ' lacks the policy of %1$s %2$s' from tables t
                where t.tenant is not null and not t.is_partition and 1 <> (
                  select count(*) from pg_policy p
                  where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*'
                    and p.polroles = array['%1$s'::regrole::oid]
                    and pg_get_expr(p.polqual, p.polrelid) = :condition
                    and pg_get_expr(p.polwithcheck, p.polrelid) = :condition)
                """.formatted(role.user(), kind), Map.of("condition", condition));
    }

    private void lookAtIndexes() {
        find(TABLES + """
                select t.name || ' lacks an index that begins with tenant_id' from tables t
                where t.tenant is not null and not t.is_partition
                  and not exists (select from pg_index i where i.indrelid = t.oid and i.indkey[0] = t.tenant)
                """);
        unless(known.indexes, "%s does not begin with tenant_id", TABLES + """
                select n.nspname || '.' || c.relname
                from tables t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace
                where t.tenant is not null and not t.is_partition and i.indkey[0] <> t.tenant
                """);
    }

    /** Rows are reached through the parent, whose policies apply; a partition of its own has none that lets anybody in. */
    private void lookAtPartitions() {
        find(TABLES + """
                select t.name || ' is a partition that ' || case right_.grantee when 0 then 'everybody' else :app end
                       || ' has rights on'
                from tables t, lateral (select distinct grantee from aclexplode(t.acl)) right_
                where t.is_partition and right_.grantee in (0, :app::regrole)
                """);
    }

    private void lookAtForeignKeys() {
        find(TABLES + """
                select k.conname || ' of ' || one.name || ' refers to another schema, to ' || other.name
                from pg_constraint k join tables one on one.oid = k.conrelid join tables other on other.oid = k.confrelid
                where k.contype = 'f' and split_part(one.name, '.', 1) <> split_part(other.name, '.', 1)
                """);
        find(TABLES + """
                select k.conname || ' of ' || one.name || ' may refer to another tenant''s ' || other.name
                from pg_constraint k join tables one on one.oid = k.conrelid join tables other on other.oid = k.confrelid
                where k.contype = 'f' and one.tenant is not null and other.tenant is not null
                  and not exists (select from unnest(k.conkey, k.confkey) pair(here, there)
                                  where here = one.tenant and there = other.tenant)
                """);
    }

    private void lookAtViewsAndFunctions() {
        find("""
                select n.nspname || '.' || c.relname || ' is a view that shows what its owner sees'
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('v', 'm') and %s
                  and not (c.relkind = 'v' and coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])
                """.formatted(OURS));
        unless(known.definers, "%s runs with its owner's rights", """
                select n.nspname || '.' || c.proname
                from (select pronamespace, proname, proname as relname from pg_proc where prosecdef) c
                join pg_namespace n on n.oid = c.pronamespace
                where %s
                """.formatted(OURS));
    }

    private void lookAtRoles() {
        find("""
                select rolname || ' passes every policy' from pg_roles
                where rolname in (:app, :owner, :platform) and (rolsuper or rolbypassrls)
                """);
        find("""
                select :app || ' may become ' || role from unnest(array[:owner, :platform]) role
                where pg_has_role(:app, role, 'MEMBER')
                """);
        find(TABLES + "select :app || ' owns ' || name from tables where owner = :app::regrole");
    }

    private void find(String question) {
        find(question, Map.of());
    }

    private void find(String question, Map<String, ?> parameters) {
        gaps.addAll(ask(question, parameters));
    }

    /** Also told: names that are known but no longer there, so that the list stays short. */
    private void unless(Set<String> allowed, String sentence, String question) {
        List<String> found = ask(question, Map.of());
        found.stream()
                .filter(name -> !allowed.contains(name))
                .map(sentence::formatted)
                .forEach(gaps::add);
        allowed.stream()
                .filter(name -> !found.contains(name))
                .map("%s is listed and not there"::formatted)
                .forEach(gaps::add);
    }

    private List<String> ask(String question, Map<String, ?> parameters) {
        JdbcClient.StatementSpec statement = catalogue
                .sql(question)
                .param("app", login.app().user())
                .param("owner", login.owner().user())
                .param("platform", login.platform().user());
        parameters.forEach(statement::param);
        return statement.query((row, index) -> row.getString(1)).list().stream()
                .sorted()
                .distinct()
                .toList();
    }
}
