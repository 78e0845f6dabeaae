package com.gmservices.portability;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.portability.Table.Column;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is kept about a person, as a ZIP of JSON: of their account, and a folder for each business that knows them.
 * What is sealed on the platform stands there in the open, for it is theirs; what proves who they are does not.
 */
@Service
class PersonalArchive {

    private static final String READ_ME = """
            What is kept about you, by table: "account" is how you sign in, every other folder a business that knows you.
            Each file is a list in JSON. What people uploaded for you is under "files".
            """;

    private final Catalogue catalogue;
    private final Backstage backstage;
    private final SealedRows sealed;
    private final Vault vault;
    private final ObjectProvider<TenantFiles> files;
    private final Members members;
    private final Trail trail;
    private final JsonMapper json;

    PersonalArchive(
            Catalogue catalogue,
            Backstage backstage,
            SealedRows sealed,
            Vault vault,
            ObjectProvider<TenantFiles> files,
            Members members,
            Trail trail,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.backstage = backstage;
        this.sealed = sealed;
        this.vault = vault;
        this.files = files;
        this.members = members;
        this.trail = trail;
        this.json = json.rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** A member's place, and the folder for it. */
    private record Chapter(String folder, Person person) {}

    void write(CurrentIdentity caller, OutputStream to) throws IOException {
        trail.record(Act.of("account.exported", "identity", caller.id()));
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter(
                "account", new Person(Person.PLATFORM, null, caller.id().value(), List.of(caller.email()))));
        chapters.addAll(backstage.change(owner -> owner.sql("""
                select m.tenant_id, m.id, m.email, t.slug from tenancy.member m join tenancy.tenant t on t.id = m.tenant_id
                where m.identity_id = ? order by t.slug
                """)
                .param(caller.id().value())
                .query((row, index) -> new Chapter(
                        row.getString("slug"),
                        new Person(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("id", UUID.class),
                                caller.id().value(),
                                Person.known(row.getString("email"), caller.email()))))
                .list()));
        write(chapters, to);
    }

    /** For the business that the person has asked. */
    void write(CurrentMember admin, MemberId id, String slug, OutputStream to) throws IOException {
        Member member = find(admin, id);
        trail.record(Act.of("member.exported", "member", id));
        write(
                List.of(new Chapter(
                        slug,
                        new Person(
                                admin.tenant().value(),
                                id.value(),
                                member.identity() == null
                                        ? null
                                        : member.identity().value(),
                                Person.known(member.email())))),
                to);
    }

    Member find(CurrentMember admin, MemberId id) {
        admin.require("export:members");
        return members.find(id).orElseThrow(() -> new PortabilityRefused.NotFound("member"));
    }

    private void write(List<Chapter> chapters, OutputStream to) throws IOException {
        List<Table> tables = catalogue.tables();
        var belongings = new Belongings(tables);
        try (var archive = new ArchiveWriter(to)) {
            archive.add(Manifest.READ_ME, READ_ME);
            for (Chapter chapter : chapters) {
                backstage.change(database -> {
                    tables.stream()
                            .filter(table -> table.ofTenants() == chapter.person.isMember()
                                    && !table.note().isDerived())
                            .forEach(table -> belongings
                                    .of(table)
                                    .ifPresent(condition -> add(archive, database, chapter, table, condition)));
                    return null;
                });
                if (chapter.person.isMember()) {
                    addFiles(archive, chapter);
                }
            }
        }
    }

    private void add(ArchiveWriter archive, JdbcClient database, Chapter chapter, Table table, String condition) {
        String columns = String.join(
                ", ",
                table.columns().stream()
                        .filter(column -> !column.note().isSecret())
                        .map(Column::name)
                        .map(name -> "t." + Table.quoted(name))
                        .toList());
        List<JsonNode> rows = chapter.person
                .bind(database.sql("select to_jsonb(r)::text from (select %s from %s t where %s) r"
                        .formatted(columns, table.name(), condition)))
                .query((row, index) -> opened(chapter.person, table, row.getString(1)))
                .list();
        if (!rows.isEmpty()) {
            try {
                archive.add("%s/%s.json".formatted(chapter.folder, table.name()), json.writeValueAsString(rows));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JsonNode opened(Person person, Table table, String line) {
        var tenant = new TenantId(person.tenant());
        JsonNode row = json.readTree(sealed.moved(table, line, (context, value) -> vault.open(tenant, context, value)));
        return unwrapped(row);
    }

    /** A sealed value of a document stands there as {@code {"$sealed": base64}}. */
    private JsonNode unwrapped(JsonNode node) {
        if (node.isObject() && node.size() == 1 && node.path("$sealed").isString()) {
            return json.readTree(
                    new String(Base64.getDecoder().decode(node.path("$sealed").asString()), StandardCharsets.UTF_8));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).forEach(name -> object.set(name, unwrapped(object.get(name))));
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            ((ArrayNode) node).set(at, unwrapped(node.get(at)));
        }
        return node;
    }

    private void addFiles(ArchiveWriter archive, Chapter chapter) throws IOException {
        var tenant = new TenantId(chapter.person.tenant());
        var member = new MemberId(Objects.requireNonNull(chapter.person.member()));
        CurrentTenant.<Boolean, IOException>call(tenant, () -> {
            for (TenantFiles some : files) {
                some.eachOf(tenant, Set.of(member), (name, size, content) -> {
                    try (InputStream in = content.open()) {
                        archive.addFile("%s/files/%s/%s".formatted(chapter.folder, some.folder(), name), size, in);
                    }
                });
            }
            return true;
        });
    }
}
