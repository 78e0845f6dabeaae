package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Looks at wishes for a site in a country, and says in words what came of it. */
record Looks(ServiceLine line, Counter counter, MessageSource messages, String country, LocalDate today) {

    Looks(ServiceLine line, Counter counter, MessageSource messages) {
        this(line, counter, messages, "", Counter.TODAY);
    }

    Looks in(String country) {
        return new Looks(line, counter, messages, country, today);
    }

    Looks on(LocalDate today) {
        return new Looks(line, counter, messages, country, today);
    }

    List<String> remarks(Record details) {
        return look(details).stream().map(this::words).toList();
    }

    void assertRemarked(Record details, String... sentences) {
        assertThat(remarks(details)).containsExactly(sentences);
    }

    void assertTold(Record details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit ->
                        assertThat(unfit.errors()).containsExactly(new FieldError("/details/" + pointer, sentence)));
    }

    private List<Remark> look(Record details) {
        ServiceType type = DetailsTests.types()
                .filter(it -> it.details().isInstance(details))
                .findFirst()
                .orElseThrow();
        return counter.inside(
                () -> line.create(new Wish(type, details, MemberId.next(), site(), Counter.NAIRA, today)));
    }

    private Site site() {
        return new Site(
                counter.tenant,
                SiteId.next(),
                "Marina",
                new Address("", "", "", "", "", country),
                ZoneId.of("Africa/Lagos"),
                OpeningHours.OFFICE,
                1);
    }

    private String words(Remark remark) {
        return messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH);
    }
}
