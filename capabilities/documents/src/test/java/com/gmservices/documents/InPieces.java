package com.gmservices.documents;

import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.Uploads.Begun;
import com.gmservices.documents.Uploads.Progress;
import com.gmservices.documents.Uploads.Wish;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that come piece by piece, to this platform or straight to the store. */
@SpringBootTest
abstract class InPieces {

    static final byte[] NOTE = Samples.text("It squeals at the left. ".repeat(1000));

    @Autowired
    Uploads uploads;

    @Autowired
    Documents documents;

    @Autowired
    DocumentRows rows;

    @Autowired
    Receiving receiving;

    @Autowired
    Rounds rounds;

    @Autowired
    Incoming incoming;

    @Autowired
    FileStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Clock clock;

    Business garage;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members);
    }

    Row arrived(String name, byte[] content, Duration due) throws IOException {
        Document announced = begin(name, content).document();
        Files.write(incoming.path(announced.id()), content);
        garage.in(() -> transactions.execute(
                status -> rows.quarantine(announced.id(), clock.instant().plus(due))));
        return garage.in(
                () -> transactions.execute(status -> rows.find(announced.id()).orElseThrow()));
    }

    Begun begin(String name, byte[] content) {
        return garage.in(() -> uploads.begin(
                garage.mia(), new Wish(garage.job(), name, false, content.length, sha256(content), true)));
    }

    Progress append(Begun begun, long offset, byte[] content, int from) throws IOException {
        return append(begun, offset, new ByteArrayInputStream(content, from, content.length - from));
    }

    Progress append(Begun begun, long offset, InputStream more) throws IOException {
        return CurrentTenant.call(garage.id(), () -> uploads.append(begun.secret(), offset, more));
    }

    Document find(Row row) {
        return garage.in(() -> documents.find(garage.mia(), row.id()));
    }

    List<Document> documents(Begun begun) {
        return garage.in(() -> documents.on(begun.document().subject(), garage.mia())).lines().stream()
                .map(Attachments.Line::document)
                .toList();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
