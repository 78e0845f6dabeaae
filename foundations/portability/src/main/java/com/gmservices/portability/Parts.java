package com.gmservices.portability;

import com.gmservices.database.Ids;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.SealedColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the archives of the current tenant lie: in pieces that are sealed with its key, of which one at a time is in
 * memory.
 */
@Component
class Parts {

    private static final int SIZE = 1 << 17;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final SealedColumn sealed;

    Parts(JdbcClient jdbc, TransactionTemplate transactions, SealedColumn partBytes) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.sealed = partBytes;
    }

    /** Begins anew, whatever was there. */
    OutputStream write(TenantId tenant, UUID transfer) {
        remove(tenant, transfer);
        return new Writer(tenant, transfer);
    }

    InputStream read(TenantId tenant, UUID transfer) {
        return new Reader(tenant, transfer);
    }

    private void add(TenantId tenant, UUID transfer, int position, byte[] bytes) {
        UUID id = Ids.next();
        byte[] piece = sealed.seal(tenant, id, bytes);
        transactions.executeWithoutResult(status -> jdbc.sql("""
                insert into portability.part (tenant_id, id, transfer_id, position, bytes) values (?, ?, ?, ?, ?)
                """)
                .params(tenant.value(), id, transfer, position, piece)
                .update());
    }

    private record Piece(UUID id, byte[] bytes) {}

    private byte @Nullable [] find(TenantId tenant, UUID transfer, int position) {
        Piece piece = transactions.execute(status -> jdbc.sql("""
                        select id, bytes from portability.part
                        where tenant_id = ? and transfer_id = ? and position = ?
                        """)
                .params(tenant.value(), transfer, position)
                .query((row, index) -> new Piece(row.getObject("id", UUID.class), row.getBytes("bytes")))
                .optional()
                .orElse(null));
        return piece == null ? null : sealed.open(tenant, piece.id, piece.bytes);
    }

    void remove(TenantId tenant, UUID transfer) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from portability.part where tenant_id = ? and transfer_id = ?")
                        .params(tenant.value(), transfer)
                        .update());
    }

    private final class Writer extends OutputStream {

        private final TenantId tenant;
        private final UUID transfer;
        private final byte[] buffer = new byte[SIZE];
        private int filled;
        private int position;

        private Writer(TenantId tenant, UUID transfer) {
            this.tenant = tenant;
            this.transfer = transfer;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            int at = from;
            while (at < from + length) {
                int some = Math.min(SIZE - filled, from + length - at);
                System.arraycopy(bytes, at, buffer, filled, some);
                filled += some;
                at += some;
                if (filled == SIZE) {
                    put();
                }
            }
        }

        private void put() {
            add(tenant, transfer, position, Arrays.copyOf(buffer, filled));
            position++;
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) {
                put();
            }
        }
    }

    private final class Reader extends InputStream {

        private final TenantId tenant;
        private final UUID transfer;
        private InputStream piece = InputStream.nullInputStream();
        private int position;
        private boolean ended;

        private Reader(TenantId tenant, UUID transfer) {
            this.tenant = tenant;
            this.transfer = transfer;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = piece.read(bytes, from, length);
            while (some < 0 && !ended) {
                byte[] next = find(tenant, transfer, position);
                position++;
                ended = next == null;
                piece = new ByteArrayInputStream(next == null ? new byte[0] : next);
                some = piece.read(bytes, from, length);
            }
            return some;
        }
    }
}
