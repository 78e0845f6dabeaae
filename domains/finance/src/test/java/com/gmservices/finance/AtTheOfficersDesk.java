package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.finance.CreditAssessment.Subject;
import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.FinancialConsulting.TimeOfDay;
import com.gmservices.finance.FinancialConsulting.Topic;
import com.gmservices.finance.LoanApplication.Purpose;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What the case officer says of what somebody asks for, as they would read it. */
@SpringBootTest
abstract class AtTheOfficersDesk {

    static final MemberId ADA = MemberId.next();
    static final LocalDate TODAY = Counter.TODAY;
    private static final List<Consent> ALL = List.of(Consent.values());

    @Autowired
    FinanceLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    Counter counter;

    static Stream<Record> examplesWithMeans() {
        return Stream.of(Examples.loanApplication(TODAY), Examples.creditAssessment(TODAY));
    }

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    void assertTold(Record details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(new FieldError(pointer, sentence)));
    }

    void assertRemarked(Record details, String sentence) {
        assertThat(look(details)).extracting(this::words).containsExactly(sentence);
    }

    String words(Remark remark) {
        return messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH);
    }

    List<Remark> look(Record details) {
        ServiceType type = DetailsTests.types()
                .filter(it -> it.details().isInstance(details))
                .findFirst()
                .orElseThrow();
        return counter.look(ADA, type, details);
    }

    static LoanApplication loan(
            BigDecimal amount,
            Purpose purpose,
            @Nullable String plans,
            int months,
            Employment employment,
            Means means) {
        return new LoanApplication(amount, purpose, plans, months, employment, means, List.of(), ALL);
    }

    static CreditAssessment assessment(
            Subject subject, @Nullable String name, @Nullable Boolean agrees, @Nullable Means means) {
        return new CreditAssessment(
                subject,
                name,
                agrees,
                CreditAssessment.Purpose.TRADE_CREDIT,
                null,
                CreditAssessment.Period.ONE_YEAR,
                means,
                null,
                ALL);
    }

    static PaymentPlan plan(BigDecimal amount, @Nullable BigDecimal down, int parts, LocalDate first) {
        return new PaymentPlan(PaymentPlan.Debt.INVOICE, "INV-1", null, amount, down, parts, Frequency.MONTHLY, first);
    }

    static FinancialConsulting talk(
            @Nullable BigDecimal amount,
            Channel channel,
            @Nullable String phone,
            List<DayOfWeek> days,
            List<TimeOfDay> times) {
        return new FinancialConsulting(Topic.TAX, "What may I deduct?", null, amount, channel, phone, days, times);
    }

    static Employment job(@Nullable LocalDate since) {
        return new Employment(Employment.Kind.EMPLOYED, "Lagos Water", since);
    }

    static Means wealth() {
        return means("100000000", "0");
    }

    static Means means(String income, String repayments) {
        return new Means(new BigDecimal(income), new BigDecimal(repayments), null, null);
    }

    static BigDecimal naira(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
