package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.logistics.SupplyChain.Destination;
import com.gmservices.logistics.SupplyChain.Incoterm;
import com.gmservices.logistics.SupplyChain.Item;
import com.gmservices.logistics.SupplyChain.Movement;
import com.gmservices.logistics.SupplyChain.Temperature;
import com.gmservices.logistics.SupplyChain.Unit;
import com.gmservices.requests.line.Counter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Inbound goods and replenishment: what cannot be as it is told, and what a dock should know. */
@SpringBootTest
class SupplyDeskTests {

    private static final LocalDate READY = Counter.TODAY.plusDays(4);

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
        assertThat(looks.remarks(Examples.supplyChain(Counter.TODAY))).isEmpty();
    }

    @Test
    void aSupplierCanBeCalled() {
        var order = order(
                new Party("Mill", "0802 555 01", "18 Club Road", "Kano", null, null), store(null), READY, null, null);

        looks.in("NG")
                .assertTold(
                        order,
                        "supplier/phone",
                        "There is no such phone number. Check its digits, and begin with + and the country if it is"
                                + " abroad.");
    }

    @Test
    void goodsGoSomewhereElse() {
        looks.assertTold(
                order(mill(null), new Destination("Mill", "18 Club Road", "Kano", null), READY, null, null),
                "destination/street",
                "Both addresses are the same. Check where it goes.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Unit.class,
            names = {"PIECES", "CARTONS", "PALLETS", "BAGS"})
    void whatIsCountedIsWhole(Unit unit) {
        looks.assertTold(
                items(item("RICE", "1.5", unit)),
                "items/0/quantity",
                "Half of it cannot be shipped. Enter a whole number.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Unit.class,
            names = {"KILOGRAMS", "TONNES", "LITRES", "CUBIC_METRES"})
    void whatIsMeasuredNeedNotBe(Unit unit) {
        assertThat(looks.remarks(items(item("RICE", "1.5", unit)))).isEmpty();
    }

    @Test
    void anItemStandsInOneRow() {
        looks.assertTold(
                items(item("RICE", "2", Unit.BAGS), item("OIL", "2", Unit.CARTONS), item("rice", "3", Unit.BAGS)),
                "items/2/sku",
                "This SKU stands in row 1 already. Add the two up.");
        assertThat(looks.remarks(items(item(null, "2", Unit.BAGS), item(null, "3", Unit.BAGS))))
                .isEmpty();
    }

    @Test
    void nothingIsNeededYesterday() {
        looks.assertTold(
                order(mill(null), store(null), Counter.TODAY.minusDays(3), Counter.TODAY.minusDays(1), null),
                "needed_by",
                "This day is over. Choose November 23, 2026 or later.");
    }

    @Test
    void goodsMayHaveBeenReadyForDaysButNotNextYear() {
        assertThat(looks.remarks(order(mill(null), store(null), Counter.TODAY.minusDays(3), null, null)))
                .isEmpty();
        looks.assertTold(
                order(mill(null), store(null), Counter.TODAY.plusDays(400), null, null),
                "ready_on",
                "This day is too far ahead. Choose November 23, 2027 or earlier.");
    }

    @Test
    void nothingArrivesBeforeItIsReady() {
        looks.assertTold(
                order(mill(null), store(null), READY, READY.minusDays(1), null),
                "needed_by",
                "The goods are ready on November 27, 2026 and cannot be there earlier.");
        looks.assertRemarked(
                order(mill(null), store(null), READY, READY, null),
                "Needed on the day on which the goods are ready. Agree on the hours.");
    }

    @Test
    void ownGoodsHaveNoIncoterm() {
        var order = new SupplyChain(
                Movement.REPLENISHMENT,
                mill(null),
                List.of(item("RICE", "2", Unit.BAGS)),
                READY,
                store(null),
                null,
                null,
                Incoterm.DAP);

        looks.assertTold(order, "incoterm", "Own goods are not sold on the way: leave the Incoterm empty.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Incoterm.class,
            names = {"FAS", "FOB", "CFR", "CIF"})
    void aTermForShipsAsksForThePort(Incoterm term) {
        looks.assertRemarked(
                order(mill(null), store(null), READY, null, term),
                term + " is meant for ships alone: ask for the port, or agree on another term.");
    }

    @Test
    void aBorderAsksForPapersAndATerm() {
        looks.in("NG")
                .assertRemarked(
                        order(mill("Ghana"), store(null), READY, null, null),
                        "The goods cross a border and no Incoterm is named. Ask who pays for the way, duties and"
                                + " cover.",
                        "It goes from Ghana to Nigeria: customs papers are needed.");
        looks.in("NG")
                .assertRemarked(
                        order(mill(null), store("Ghana"), READY, null, Incoterm.DDP),
                        "It goes from Nigeria to Ghana: customs papers are needed.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Temperature.class,
            names = {"CONTROLLED", "CHILLED", "FROZEN"})
    void theColdChainIsRemarked(Temperature temperature) {
        var order = new SupplyChain(
                Movement.INBOUND,
                mill(null),
                List.of(item("FISH", "2", Unit.CARTONS)),
                READY,
                store(null),
                null,
                temperature,
                null);

        looks.assertRemarked(
                order,
                "The cold chain must not break: send a vehicle that cools, and write the temperature down at each"
                        + " end.");
    }

    private static SupplyChain order(
            Party supplier,
            Destination destination,
            LocalDate ready,
            @Nullable LocalDate needed,
            @Nullable Incoterm term) {
        return new SupplyChain(
                Movement.INBOUND,
                supplier,
                List.of(item("RICE", "2", Unit.BAGS)),
                ready,
                destination,
                needed,
                null,
                term);
    }

    private static SupplyChain items(Item... items) {
        return new SupplyChain(Movement.INBOUND, mill(null), List.of(items), READY, store(null), null, null, null);
    }

    private static Item item(@Nullable String sku, String quantity, Unit unit) {
        return new Item("Rice", sku, new BigDecimal(quantity), unit);
    }

    private static Party mill(@Nullable String country) {
        return new Party("Mill", "+234 802 555 0117", "18 Club Road", "Kano", null, country);
    }

    private static Destination store(@Nullable String country) {
        return new Destination("Store", "27 Allen Avenue", "Ikeja", country);
    }
}
