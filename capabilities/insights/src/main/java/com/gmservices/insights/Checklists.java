package com.gmservices.insights;

import com.gmservices.database.Cursor;
import com.gmservices.insights.Checklist.Step;
import com.gmservices.insights.Marks.Mark;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Providers;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.Wanted;
import com.gmservices.shell.StartPage;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees how far a new business has come. What facts tell is not asked for. */
@Service
@Transactional
class Checklists implements StartPage {

    private final Sites sites;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Members members;
    private final ServiceDesk desk;
    private final Marks marks;

    Checklists(Sites sites, Catalogue catalogue, Providers providers, Members members, ServiceDesk desk, Marks marks) {
        this.sites = sites;
        this.catalogue = catalogue;
        this.providers = providers;
        this.members = members;
        this.desk = desk;
        this.marks = marks;
    }

    /** Empty once it was put away, and for whoever may look at figures and not set the business up. */
    @Transactional(readOnly = true)
    public Optional<Checklist> find(CurrentMember admin) {
        admin.require("read:insights");
        if (!admin.may("update:tenant")) {
            return Optional.empty();
        }
        Set<Mark> set = marks.all();
        return set.contains(Mark.HIDDEN) ? Optional.empty() : Optional.of(look(admin, set));
    }

    /** As long as something is left to do. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(CurrentMember staff) {
        return staff.may("read:insights")
                        && find(staff).filter(list -> !list.isComplete()).isPresent()
                ? Optional.of("/overview")
                : Optional.empty();
    }

    public void mark(CurrentMember admin, Mark mark) {
        admin.require("read:insights");
        marks.set(admin, mark);
    }

    public void show(CurrentMember admin) {
        admin.require("read:insights");
        marks.remove(admin, Mark.HIDDEN);
    }

    private Checklist look(CurrentMember admin, Set<Mark> set) {
        Site first = sites.first();
        Optional<ServiceRequest> request =
                desk.list(admin, Wanted.ALL, null, 1).data().stream().findFirst();
        return new Checklist(List.of(
                new Step("hours", first.revision() > 1, "/settings/sites/" + first.id()),
                new Step("catalogue", hasOfferings(), "/catalogue"),
                new Step("provider", hasProviders(admin), "/providers/new"),
                new Step("people", set.contains(Mark.ALONE) || members.staff().size() > 1, "/members#invite-email"),
                new Step("page", set.contains(Mark.SHARED) || isBySomebodyElse(request, admin), "/services"),
                new Step("request", request.isPresent(), "/services")));
    }

    private boolean hasOfferings() {
        return !catalogue
                .list(new Filter(null, null, false), Cursor.newest(), 1)
                .data()
                .isEmpty();
    }

    private boolean hasProviders(CurrentMember admin) {
        return !providers.list(admin, Cursor.newest(), 1).data().isEmpty();
    }

    /** Who asks for something has found the way. */
    private static boolean isBySomebodyElse(Optional<ServiceRequest> request, CurrentMember admin) {
        return request.filter(asked -> !asked.order().customer().equals(admin.id()))
                .isPresent();
    }
}
