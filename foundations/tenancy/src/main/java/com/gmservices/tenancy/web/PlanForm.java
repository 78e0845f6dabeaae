package com.gmservices.tenancy.web;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Plan;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the operator's page has it: storage in gibibytes, the fee in the business's currency, empty for none, the
 * share of payments in percent; what text messages may cost is empty where it is as for all.
 */
record PlanForm(
        @NotBlank(message = "{tenancy.plan.name.missing}") @Size(max = 40, message = "{tenancy.too-long}")
        String name,

        @Pattern(regexp = COUNT, message = "{tenancy.plan.number}")
        String callsPerMinute,

        @Pattern(regexp = COUNT, message = "{tenancy.plan.number}")
        String callsBurst,

        @Pattern(regexp = COUNT, message = "{tenancy.plan.number}")
        String callsPerHour,

        @Pattern(regexp = COUNT, message = "{tenancy.plan.number}")
        String storage,

        @Pattern(regexp = "(\\d{1,9}(\\.\\d{1,2})?)?", message = "{tenancy.plan.fee.form}")
        String monthlyFee,

        @Pattern(regexp = "(100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?)?", message = "{tenancy.plan.share.form}")
        String paymentShare,

        @Pattern(regexp = SMS, message = "{tenancy.plan.sms.form}")
        String smsDay,

        @Pattern(regexp = SMS, message = "{tenancy.plan.sms.form}")
        String smsCountryDay,

        Integer revision) {

    private static final String COUNT = "[1-9]\\d{0,4}";
    private static final String SMS = "(\\d{1,6}(\\.\\d{1,2})?)?";
    private static final long GIBIBYTE = 1L << 30;

    PlanForm(
            @Nullable String name,
            @Nullable String callsPerMinute,
            @Nullable String callsBurst,
            @Nullable String callsPerHour,
            @Nullable String storage,
            @Nullable String monthlyFee,
            @Nullable String paymentShare,
            @Nullable String smsDay,
            @Nullable String smsCountryDay,
            @Nullable Integer revision) {
        this.name = stripped(name);
        this.callsPerMinute = stripped(callsPerMinute);
        this.callsBurst = stripped(callsBurst);
        this.callsPerHour = stripped(callsPerHour);
        this.storage = stripped(storage);
        this.monthlyFee = stripped(monthlyFee);
        this.paymentShare = stripped(paymentShare);
        this.smsDay = stripped(smsDay);
        this.smsCountryDay = stripped(smsCountryDay);
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    static PlanForm of(Plan plan, int revision) {
        Money fee = plan.monthlyFee();
        return new PlanForm(
                plan.name(),
                String.valueOf(plan.callsPerMinute()),
                String.valueOf(plan.callsBurst()),
                String.valueOf(plan.callsPerHour()),
                String.valueOf(plan.storageBytes() / GIBIBYTE),
                fee == null ? "" : fee.major().toPlainString(),
                plan.paymentBasisPoints() == 0 ? "" : percent(plan.paymentBasisPoints()),
                text(plan.smsDay()),
                text(plan.smsCountryDay()),
                revision);
    }

    /** Once nothing in it is wrong. */
    Plan plan(Currency currency) {
        return new Plan(
                name,
                Integer.parseInt(callsPerMinute),
                Integer.parseInt(callsBurst),
                Integer.parseInt(callsPerHour),
                Long.parseLong(storage) * GIBIBYTE,
                monthlyFee.isEmpty() ? null : Money.ofMajor(new BigDecimal(monthlyFee), currency),
                paymentShare.isEmpty()
                        ? 0
                        : new BigDecimal(paymentShare).movePointRight(2).intValueExact(),
                decimal(smsDay),
                decimal(smsCountryDay));
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable BigDecimal cap) {
        return cap == null ? "" : cap.toPlainString();
    }

    private static @Nullable BigDecimal decimal(String cap) {
        return cap.isEmpty() ? null : new BigDecimal(cap);
    }

    private static String stripped(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
