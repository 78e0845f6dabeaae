package com.gmservices.tenancy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvFileTests {

    private static final Tenant YORK = new Tenant(
            TenantId.next(),
            "york",
            "York",
            Accent.DEFAULT,
            Currency.getInstance("USD"),
            ZoneId.of("America/New_York"),
            null,
            List.of(),
            Set.of(Domain.LOGISTICS),
            false,
            Set.of(),
            Tenant.Status.ACTIVE,
            1,
            Instant.EPOCH);

    @Test
    void beginsWithTheMarkAndItsHeadings() throws IOException {
        assertThat(file("plain")).startsWith("\ufeffWhat\r\n").endsWith("plain\r\n");
    }

    @Test
    void quotesWhatWouldEndACellOrALine() throws IOException {
        assertThat(file("one, two")).contains("\"one, two\"\r\n");
        assertThat(file("a \"b\"")).contains("\"a \"\"b\"\"\"\r\n");
        assertThat(file("a\nb")).contains("\"a\nb\"\r\n");
    }

    @Test
    void letsNoFormulaIn() throws IOException {
        for (String formula : List.of("=1+1", "+234 803", "-1", "@SUM(A1)", "\t=1")) {
            assertThat(file(formula)).contains("\r\n'" + formula + "\r\n");
        }
        assertThat(file("=\"a\",1")).contains("\"'=\"\"a\"\",1\"");
        assertThat(file("a=1")).contains("\r\na=1\r\n");
    }

    @Test
    void tellsTimesByTheBusinesssClockAlsoWhenItIsSetBack() throws IOException {
        assertThat(row("2026-11-01T05:30:00.123456Z")).contains("2026-11-01T01:30:00-04:00");
        assertThat(row("2026-11-01T06:30:00Z")).contains("2026-11-01T01:30:00-05:00");
    }

    @Test
    void keepsSignAndDecimalsOfMoney() throws IOException {
        var response = new MockHttpServletResponse();
        CsvFile.<Money>send(
                response,
                YORK,
                Instant.parse("2026-05-28T03:00:00Z"),
                "sums",
                List.of("Amount"),
                cursor -> new Page<>(List.of(Money.of(-1250, "USD"), Money.of(500, "JPY")), null, false),
                CsvFile.Row::money);

        assertThat(response.getContentAsString(UTF_8)).endsWith("-12.50\r\n500\r\n");
    }

    @Test
    void isCalledByTheBusinessTheListAndTheDayThere() throws IOException {
        var response = new MockHttpServletResponse();
        send(response, "plain");

        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"york-things-2026-05-27.csv\"");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void hasAllPages() throws IOException {
        List<UUID> ids = Stream.generate(Ids::next)
                .limit(7)
                .sorted(Comparator.reverseOrder())
                .toList();
        var response = new MockHttpServletResponse();
        CsvFile.<UUID>send(
                response,
                YORK,
                Instant.EPOCH,
                "ids",
                List.of("Id"),
                cursor -> Page.of(
                        ids.stream()
                                .filter(id ->
                                        cursor.equals(Cursor.newest()) || ids.indexOf(id) > ids.indexOf(cursor.after()))
                                .limit(4)
                                .toList(),
                        3,
                        id -> id),
                (row, id) -> row.text(id.toString()));

        assertThat(response.getContentAsString(UTF_8).lines().skip(1))
                .containsExactlyElementsOf(ids.stream().map(UUID::toString).toList());
    }

    private static String file(String text) throws IOException {
        var response = new MockHttpServletResponse();
        send(response, text);
        return response.getContentAsString(UTF_8);
    }

    private static void send(MockHttpServletResponse response, String text) throws IOException {
        CsvFile.<String>send(
                response,
                YORK,
                Instant.parse("2026-05-28T03:00:00Z"),
                "things",
                List.of("What"),
                cursor -> new Page<>(List.of(text), null, false),
                CsvFile.Row::text);
    }

    private static String row(String time) throws IOException {
        var response = new MockHttpServletResponse();
        CsvFile.<Instant>send(
                response,
                YORK,
                Instant.EPOCH,
                "times",
                List.of("When"),
                cursor -> new Page<>(List.of(Instant.parse(time)), null, false),
                CsvFile.Row::time);
        return response.getContentAsString(UTF_8);
    }
}
