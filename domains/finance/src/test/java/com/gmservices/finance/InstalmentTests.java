package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is paid in parts is paid whole: held for a few thousand debts of all sizes, the same ones each time. */
class InstalmentTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 7);
    private static final List<String> CURRENCIES = List.of("NGN", "USD", "JPY", "KWD");

    record Debt(Money whole, int parts) {

        List<Long> instalments() {
            return Instalment.schedule(whole, parts, Frequency.MONTHLY, FIRST).stream()
                    .map(instalment -> instalment.amount().amount())
                    .toList();
        }
    }

    static Stream<Debt> debts() {
        var random = new Random(20261123);
        Stream<Debt> some = Stream.generate(() -> {
                    int parts = random.nextInt(2, 61);
                    long whole = random.nextLong(parts, 1L << random.nextInt(8, 57));
                    return debt(whole, parts, CURRENCIES.get(random.nextInt(CURRENCIES.size())));
                })
                .limit(3000);
        Stream<Debt> small = IntStream.rangeClosed(2, 13)
                .boxed()
                .flatMap(parts ->
                        LongStream.rangeClosed(parts, 3L * parts + 1).mapToObj(sum -> debt(sum, parts, "NGN")));
        return Stream.concat(some, small);
    }

    @Test
    void addUpToTheWhole() {
        assertThat(debts())
                .allSatisfy(debt -> assertThat(debt.instalments().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(debt.whole().amount()));
    }

    @Test
    void differByOneMinorUnitAtMostAndNeverGrow() {
        assertThat(debts()).allSatisfy(debt -> {
            List<Long> parts = debt.instalments();
            assertThat(parts.getFirst() - parts.getLast()).isBetween(0L, 1L);
            assertThat(parts).isSortedAccordingTo((one, next) -> Long.compare(next, one));
        });
    }

    @Test
    void areAsManyAsWereAskedForAndNoneIsFree() {
        assertThat(debts())
                .allSatisfy(debt ->
                        assertThat(debt.instalments()).hasSize(debt.parts()).allMatch(amount -> amount > 0));
    }

    @Test
    void areNumberedFromOneInTheCurrencyOfTheDebt() {
        assertThat(debts()).allSatisfy(debt -> {
            List<Instalment> schedule = Instalment.schedule(debt.whole(), debt.parts(), Frequency.WEEKLY, FIRST);
            assertThat(schedule)
                    .extracting(Instalment::number)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, debt.parts()).boxed().toList());
            assertThat(schedule)
                    .allMatch(
                            part -> part.amount().currency().equals(debt.whole().currency()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void fallDueOneAfterTheOtherFromTheFirstDayOn(Frequency frequency) {
        debts().limit(300).forEach(debt -> {
            LocalDate first = FIRST.plusDays(debt.whole().amount() % 366);
            List<LocalDate> days = Instalment.schedule(debt.whole(), debt.parts(), frequency, first).stream()
                    .map(Instalment::due)
                    .toList();
            assertThat(days.getFirst()).isEqualTo(first);
            assertThat(days).isSorted().doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 3, 3334 3333 3333",
        "10001, 3, 3334 3334 3333",
        "9999, 3, 3333 3333 3333",
        "7, 7, 1 1 1 1 1 1 1",
        "30000000, 7, 4285715 4285715 4285714 4285714 4285714 4285714 4285714"
    })
    void giveWhatIsLeftOverToTheEarlierOnes(long whole, int parts, String expected) {
        assertThat(debt(whole, parts, "NGN").instalments().stream().map(String::valueOf))
                .containsExactly(expected.split(" "));
    }

    @Test
    void comeBackToTheLastDayAfterAShortMonth() {
        assertThat(due(Frequency.MONTHLY, LocalDate.of(2027, 1, 31)))
                .containsExactly(
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31),
                        LocalDate.of(2027, 4, 30));
        assertThat(due(Frequency.MONTHLY, LocalDate.of(2027, 12, 30)))
                .contains(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 30));
    }

    @Test
    void keepTheDayOfTheWeek() {
        assertThat(due(Frequency.WEEKLY, FIRST))
                .containsExactly(FIRST, FIRST.plusDays(7), FIRST.plusDays(14), FIRST.plusDays(21));
        assertThat(due(Frequency.EVERY_TWO_WEEKS, FIRST)).endsWith(FIRST.plusDays(42));
    }

    /** Whatever is rounded, the bank is not short when the last month is paid. */
    @ParameterizedTest
    @MethodSource("sizes")
    void aLoanIsRepaidByItsMonths(long amount) {
        IntStream.rangeClosed(1, LoanApplication.LONGEST).forEach(months -> {
            Money monthly = new LoanTerms(Money.of(amount, "NGN"), months).monthly();
            assertThat(Math.multiplyExact(monthly.amount(), (long) months)).isBetween(amount, amount + months - 1);
        });
    }

    static LongStream sizes() {
        return LongStream.of(1, 99, 100_000, 180_000_001, 99_999_999_999L);
    }

    private static List<LocalDate> due(Frequency frequency, LocalDate first) {
        return Instalment.schedule(Money.of(400, "NGN"), 4, frequency, first).stream()
                .map(Instalment::due)
                .toList();
    }

    private static Debt debt(long whole, int parts, String currency) {
        return new Debt(Money.of(whole, currency), parts);
    }
}
