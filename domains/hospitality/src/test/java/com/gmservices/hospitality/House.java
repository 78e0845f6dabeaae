package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** A house of its own for one test, and what its front desk says of a wish. */
final class House {

    static final MemberId ADA = MemberId.next();
    static final MemberId BEN = MemberId.next();

    final Counter counter;

    House(HospitalityLine line, TransactionTemplate transactions) {
        counter = new Counter(line, transactions);
    }

    void takes(Record details) {
        assertThat(look(ADA, details)).isEmpty();
    }

    void remarks(Record details, String... sentences) {
        assertThat(look(ADA, details)).extracting(House::words).containsExactly(sentences);
    }

    void refuses(Record details, String pointer, String sentence) {
        refuses(details, new FieldError("/details/" + pointer, sentence));
    }

    void refuses(Record details, FieldError... errors) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(ADA, details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(errors));
    }

    RequestId takeIn(MemberId customer, Record details) {
        return counter.takeIn(customer, type(details), details);
    }

    void move(RequestId request, Record details, String... moves) {
        counter.move(ADA, request, type(details), details, moves);
    }

    <T> T inside(Supplier<T> work) {
        return counter.inside(work);
    }

    private List<Remark> look(MemberId customer, Record details) {
        return counter.look(customer, type(details), details);
    }

    private static ServiceType type(Record details) {
        return DetailsTests.types()
                .filter(type -> type.details().isInstance(details))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Remark remark) {
        return MessagesTests.MESSAGES
                .source()
                .getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH);
    }
}
