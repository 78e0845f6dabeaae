package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.logistics.InventoryTracking.Discrepancies;
import com.gmservices.logistics.InventoryTracking.Item;
import com.gmservices.logistics.InventoryTracking.Kind;
import com.gmservices.logistics.InventoryTracking.Store;
import com.gmservices.requests.line.Counter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts: what cannot be counted as it is told, and what counters should know. */
@SpringBootTest
class CountDeskTests {

    private static final LocalDate TOMORROW = Counter.TODAY.plusDays(1);

    @Autowired
    LogisticsLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    Looks looks;

    @BeforeEach
    void openCounter() {
        looks = new Looks(line, new Counter(line, transactions), messages);
    }

    @Test
    void takesTheExampleAsItStands() {
        assertThat(looks.remarks(Examples.inventoryTracking(Counter.TODAY))).isEmpty();
    }

    @Test
    void aCountLiesAheadButNotTooFar() {
        looks.assertTold(on(Counter.TODAY.minusDays(1)), "on", "This day is over. Choose November 23, 2026 or later.");
        looks.assertTold(
                on(Counter.TODAY.plusDays(366)),
                "on",
                "This day is too far ahead. Choose November 23, 2027 or earlier.");
    }

    @Test
    void aSpotCountSaysWhichItems() {
        looks.assertTold(count(Kind.SPOT, 12, Discrepancies.REPORT), "items", "List the items that we should count.");
    }

    @Test
    void anyOtherCountSaysHowManyOrWhich() {
        String sentence = "Tell us about how many different items there are, or list them.";

        looks.assertTold(count(Kind.FULL, null, Discrepancies.REPORT), "different_items", sentence);
        looks.assertTold(count(Kind.CYCLE, null, Discrepancies.REPORT), "different_items", sentence);
        assertThat(looks.remarks(count(Kind.FULL, 900, Discrepancies.REPORT))).isEmpty();
        assertThat(looks.remarks(count(Kind.CYCLE, null, Discrepancies.REPORT, item("RICE", null))))
                .isEmpty();
    }

    @Test
    void thereAreAsManyItemsAsAreListed() {
        looks.assertTold(
                count(Kind.CYCLE, 1, Discrepancies.REPORT, item("RICE", null), item("OIL", null)),
                "different_items",
                "You list 2 items. Enter that many or more, or leave it empty.");
    }

    @Test
    void anItemStandsInOneRow() {
        looks.assertTold(
                count(Kind.SPOT, null, Discrepancies.REPORT, item("RICE", null), item("rice", null)),
                "items/1/sku",
                "This SKU stands in row 1 already. Add the two up.");
    }

    @Test
    void booksAreCorrectedFromWhatTheySay() {
        looks.assertTold(
                count(Kind.SPOT, null, Discrepancies.ADJUST, item("RICE", "96"), item("OIL", null)),
                "items/1/expected",
                "Tell us what the books say, so that we can correct them.");
        looks.assertRemarked(
                count(Kind.FULL, 900, Discrepancies.ADJUST),
                "The books are to be corrected and no figures are given: ask for a list of what they say.");
    }

    @Test
    void aFullCountBesideTradeIsRemarked() {
        var count =
                new InventoryTracking(Kind.FULL, store(), List.of(), 900, TOMORROW, null, true, Discrepancies.REPORT);

        looks.assertRemarked(
                count, "Goods come and go during a full count: count in sections, and write every movement down.");
    }

    private static InventoryTracking on(LocalDate day) {
        return new InventoryTracking(Kind.FULL, store(), List.of(), 900, day, null, null, Discrepancies.REPORT);
    }

    private static InventoryTracking count(
            Kind kind, @Nullable Integer different, Discrepancies discrepancies, Item... items) {
        return new InventoryTracking(kind, store(), List.of(items), different, TOMORROW, null, null, discrepancies);
    }

    private static Item item(String sku, @Nullable String expected) {
        return new Item(sku, null, expected == null ? null : new BigDecimal(expected));
    }

    private static Store store() {
        return new Store("Ikeja store", "27 Allen Avenue", "Ikeja", null);
    }
}
