package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/**
 * A list of the current tenant as a file for spreadsheets (RFC 4180, UTF-8 with its mark, which Excel asks for). It is
 * written page by page as it is read, each page in a transaction of its own, so that neither memory nor the database
 * is held by somebody's slow line.
 */
public final class CsvFile {

    private static final String END = "\r\n";

    private final Writer out;
    private final ZoneId zone;

    private CsvFile(Writer out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** The pages of a list, one after the other. */
    public interface Pages<T> {

        /** @param cursor as the page before has it; null for the first one */
        Page<T> after(@Nullable String cursor);
    }

    /**
     * Sends all pages of a list.
     *
     * @param list its name within the file's name
     * @param page the page that follows a cursor
     * @param columns the headings, in the order in which each row is written
     */
    public static <T> void send(
            HttpServletResponse response,
            Tenant tenant,
            Instant now,
            String list,
            List<String> columns,
            Function<Cursor, Page<T>> page,
            BiConsumer<Row, T> write)
            throws IOException {
        Pages<T> pages = cursor -> page.apply(cursor == null ? Cursor.newest() : Cursor.valueOf(cursor));
        sendInOrder(response, tenant, now, list, columns, pages, write);
    }

    /** A list that is read as one. */
    public static <T> void sendAll(
            HttpServletResponse response,
            Tenant tenant,
            Instant now,
            String list,
            List<String> columns,
            List<T> rows,
            BiConsumer<Row, T> write)
            throws IOException {
        sendInOrder(response, tenant, now, list, columns, cursor -> new Page<>(rows, null, false), write);
    }

    /** A list with an order, and so with cursors, of its own. */
    public static <T> void sendInOrder(
            HttpServletResponse response,
            Tenant tenant,
            Instant now,
            String list,
            List<String> columns,
            Pages<T> pages,
            BiConsumer<Row, T> write)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(now, tenant.timeZone());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename("%s-%s-%s.csv".formatted(tenant.slug(), list, today))
                        .build()
                        .toString());
        Page<T> first = pages.after(null);
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        new CsvFile(out, tenant.timeZone()).write(columns, first, pages, write);
        out.flush();
    }

    private <T> void write(List<String> columns, Page<T> first, Pages<T> next, BiConsumer<Row, T> write)
            throws IOException {
        out.write('\ufeff');
        Row heading = new Row();
        columns.forEach(heading::text);
        out.write(heading + END);
        Page<T> page = first;
        while (true) {
            for (T each : page.data()) {
                Row row = new Row();
                write.accept(row, each);
                out.write(row + END);
            }
            if (page.nextCursor() == null) {
                return;
            }
            out.flush();
            page = next.after(page.nextCursor());
        }
    }

    /** A line, cell by cell. */
    public final class Row {

        private final StringBuilder line = new StringBuilder();
        private boolean isFirst = true;

        private Row() {}

        /**
         * What people have typed. Spreadsheets take some signs at its beginning for a formula: an apostrophe says that it
         * is none (OWASP, CSV injection).
         */
        public Row text(@Nullable String text) {
            if (text == null) {
                return cell("");
            }
            return cell(!text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
        }

        public Row number(@Nullable Number number) {
            return cell(number == null ? "" : number.toString());
        }

        /** By the business's clock, with the distance from UTC. */
        public Row time(@Nullable Instant time) {
            return cell(
                    time == null
                            ? ""
                            : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                    time.truncatedTo(ChronoUnit.SECONDS).atZone(zone)));
        }

        /** The amount in major units; its currency is a cell of its own. */
        public Row money(@Nullable Money money) {
            return cell(money == null ? "" : money.major().toPlainString());
        }

        private Row cell(String value) {
            if (!isFirst) {
                line.append(',');
            }
            isFirst = false;
            boolean quoted = value.chars().anyMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
            line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
            return this;
        }

        @Override
        public String toString() {
            return line.toString();
        }
    }
}
