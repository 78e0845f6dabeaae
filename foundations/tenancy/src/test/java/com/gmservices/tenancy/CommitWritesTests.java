package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.CommitWrites;
import com.gmservices.tenancy.Fixtures.Business;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Seen on the name of a business's only site. */
@SpringBootTest
class CommitWritesTests {

    /** From the fifth time on the driver keeps a statement prepared. */
    private static final int UNTIL_PREPARED = 8;

    @Autowired
    private CommitWrites writes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Fixtures fixtures;

    private Business harbour;
    private String before;

    @BeforeEach
    void open() {
        harbour = fixtures.harbourMotors();
        before = harbour.inside(() -> transactions.execute(status -> name()));
    }

    @Test
    void nobodySeesThemBeforeTheCommitAndEverybodyAfterwards() {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            String name = "Pier " + i;
            String last = i == 0 ? before : "Pier " + (i - 1);
            inTransaction(() -> {
                rename(name);
                assertThat(name()).isEqualTo(last);
            });
            assertThat(committed()).isEqualTo(name);
        }
    }

    @Test
    void theyAreDoneInTheirOrderAndAfterAllElse() {
        inTransaction(() -> {
            append(" A");
            append(" B");
            jdbc.sql("update tenancy.site set name = 'Pier'").update();
        });
        assertThat(committed()).isEqualTo("Pier A B");
    }

    @Test
    void oneThatIsRefusedUndoesItsWholeTransaction() {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> inTransaction(() -> {
                        jdbc.sql("update tenancy.site set name = 'Pier'").update();
                        append(" A");
                        rename(null);
                        append(" B");
                    }));
            assertThat(committed()).isEqualTo(before);
        }
    }

    @Test
    void whatIsRolledBackLeavesNothingForTheNextTransaction() {
        harbour.insideRun(() -> transactions.executeWithoutResult(status -> {
            rename("Pier");
            status.setRollbackOnly();
        }));
        inTransaction(() -> append(" A"));
        assertThat(committed()).isEqualTo(before + " A");
    }

    @Test
    void aTransactionWithinAnotherHasItsOwn() {
        inTransaction(() -> {
            append(" outer");
            anew().executeWithoutResult(inner -> append(" inner"));
            anew().executeWithoutResult(inner -> {
                append(" undone");
                inner.setRollbackOnly();
            });
            append(" still outer");
        });
        assertThat(committed()).isEqualTo(before + " inner outer still outer");
    }

    private TransactionTemplate anew() {
        var anew = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return anew;
    }

    private void rename(@Nullable String name) {
        writes.add(
                "update tenancy.site set name = :name",
                new MapSqlParameterSource(Collections.singletonMap("name", name)));
    }

    private void append(String more) {
        writes.add("update tenancy.site set name = name || :more", new MapSqlParameterSource("more", more));
    }

    private String name() {
        return jdbc.sql("select name from tenancy.site").query(String.class).single();
    }

    private String committed() {
        return harbour.inside(() -> transactions.execute(status -> name()));
    }

    private void inTransaction(Runnable work) {
        harbour.insideRun(() -> transactions.executeWithoutResult(status -> work.run()));
    }
}
