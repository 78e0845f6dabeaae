package com.gmservices.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Lines that nobody changes unseen: contributed as a bean by the module whose lines they are, sealed by one job within
 * seconds and verified with all others. Beside its lines a module has three tables like the trail's, named after a
 * prefix: {@code …unsealed} gets a row with every line, in its transaction; {@code …seal} and {@code …verification} are
 * written by the platform's role alone.
 *
 * @param name as the command and the log call it
 * @param prefix of the three tables, with the schema: {@code payments.ledger_}
 * @param lines what is read as a table {@code l} of lines, with {@code tenant_id} and {@code id}
 */
public record Chained(String name, String prefix, String lines, RowMapper<Line> reader) {

    /** @param bytes all of it that must not change, see {@link #bytes} */
    public record Line(UUID id, byte[] bytes) {}

    /** So that no two different lines have the same bytes: each part stands behind its length. */
    public static byte[] bytes(@Nullable Object... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Object part : parts) {
                write(out, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object part) throws IOException {
        if (part == null) {
            out.writeInt(-1);
            return;
        }
        byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
