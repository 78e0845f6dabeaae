package com.gmservices.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.insights.Checklist.Step;
import com.gmservices.insights.Marks.Mark;
import com.gmservices.insights.Yards.Yard;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Providers;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ChecklistsTests {

    @Autowired
    Yards yards;

    @Autowired
    Checklists checklists;

    @Autowired
    Sites sites;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Providers providers;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = yards.open("Africa/Lagos");
    }

    @Test
    void aNewBusinessHasAllBeforeIt() {
        assertThat(done()).isEmpty();
        assertThat(start()).contains("/overview");
    }

    @Test
    void whatIsDoneTicksItself() {
        yard.inside(() -> {
            Site first = sites.first();
            sites.change(yard.ada, first.id(), 1, new Sites.Change("Apapa", null, null, null, null));
            catalogue.add(
                    yard.ada,
                    new Catalogue.Draft(
                            Wharf.STORAGE, "Berth", "", Pricing.QUOTE, null, List.of(), List.of(), null, true));
            providers.add(yard.ada, new Providers.Draft("Ben", null, Set.of(Wharf.STORAGE), true));
        });

        assertThat(done()).containsExactly("hours", "catalogue", "provider");
    }

    @Test
    void whatNoFactTellsIsTicked() {
        mark(Mark.ALONE);
        mark(Mark.SHARED);
        mark(Mark.SHARED);

        assertThat(done()).containsExactly("people", "page");
    }

    @Test
    void canBePutAwayAndFetchedAgain() {
        mark(Mark.HIDDEN);
        assertThat(look()).isEmpty();
        assertThat(start()).isEmpty();

        yard.inside(() -> checklists.show(yard.ada));
        assertThat(look()).isPresent();
    }

    @Test
    void anotherBusinessHasItsOwn() {
        Yard elsewhere = yards.open("Africa/Lagos");
        CurrentTenant.run(elsewhere.tenant.id(), () -> checklists.mark(elsewhere.ada, Mark.HIDDEN));

        assertThat(look()).isPresent();
    }

    @Test
    void staffBeginWithTheirWork() {
        CurrentMember ada = yard.ada;
        var ben = new CurrentMember(ada.tenant(), ada.id(), null, "Ben", ada.roles(), Set.of("read:all-requests"));

        assertThat(CurrentTenant.<Optional<String>, RuntimeException>call(ada.tenant(), () -> checklists.of(ben)))
                .isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CurrentTenant.run(ada.tenant(), () -> checklists.mark(ben, Mark.HIDDEN)));
    }

    private void mark(Mark mark) {
        yard.inside(() -> checklists.mark(yard.ada, mark));
    }

    private List<String> done() {
        return look().orElseThrow().steps().stream()
                .filter(Step::done)
                .map(Step::code)
                .toList();
    }

    private Optional<Checklist> look() {
        return CurrentTenant.call(yard.tenant.id(), () -> checklists.find(yard.ada));
    }

    private Optional<String> start() {
        return CurrentTenant.call(yard.tenant.id(), () -> checklists.of(yard.ada));
    }
}
