package com.gmservices.requests;

import com.gmservices.database.Page;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what pages and the API show of requests: a handful of statements, however many requests there are. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final ServiceDesk desk;
    private final Progress progress;
    private final RequestFinder finder;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Members members;
    private final Reviews reviews;
    private final MessageSource messages;

    Dossiers(
            ServiceDesk desk,
            Progress progress,
            RequestFinder finder,
            Catalogue catalogue,
            Providers providers,
            Members members,
            Reviews reviews,
            MessageSource messages) {
        this.desk = desk;
        this.progress = progress;
        this.finder = finder;
        this.catalogue = catalogue;
        this.providers = providers;
        this.members = members;
        this.reviews = reviews;
        this.messages = messages;
    }

    /** @throws RequestRefused.NotFound also for what the member may not see */
    public Dossier open(CurrentMember member, RequestId id) {
        return open(member, desk.find(member, id));
    }

    public Dossier open(CurrentMember member, ServiceRequest request) {
        Member customer = members.find(request.order().customer()).orElseThrow().seenBy(member);
        ProviderId provider = request.standing().provider();
        return new Dossier(
                request,
                catalogue.find(request.order().offering()).orElseThrow(),
                customer,
                provider == null ? null : providers.find(provider).orElse(null),
                desk.quote(request).orElse(null),
                request.standing().reviewed() ? reviews.of(request.id()).orElse(null) : null,
                remarks(request),
                progress.allowed(member, request, customer.identity() != null));
    }

    /** @param guessed whether nearly nothing has the words that were asked for, and these have words like them */
    public record Listed(Page<Dossier> page, boolean guessed) {}

    /** The tenant's for staff, one's own for everybody else. */
    public Listed list(CurrentMember member, Wanted wanted, @Nullable Place from, int limit) {
        RequestFinder.Found found = finder.find(member, wanted, from, limit);
        return new Listed(dossiers(member, found.page()), found.guessed());
    }

    /** Without quotes and reviews, which lists do not show. */
    private Page<Dossier> dossiers(CurrentMember member, Page<ServiceRequest> page) {
        Map<OfferingId, Offering> offerings =
                catalogue.findAll(all(page, request -> request.order().offering()));
        Map<MemberId, Member> customers =
                members.findAll(all(page, request -> request.order().customer()));
        Map<ProviderId, Provider> assigned = providers.findAll(page.data().stream()
                .flatMap(request -> Stream.ofNullable(request.standing().provider()))
                .collect(Collectors.toSet()));
        return page.map(request -> {
            Member customer = Objects.requireNonNull(
                            customers.get(request.order().customer()))
                    .seenBy(member);
            ProviderId provider = request.standing().provider();
            return new Dossier(
                    request,
                    Objects.requireNonNull(offerings.get(request.order().offering())),
                    customer,
                    provider == null ? null : assigned.get(provider),
                    null,
                    null,
                    remarks(request),
                    progress.allowed(member, request, customer.identity() != null));
        });
    }

    private List<String> remarks(ServiceRequest request) {
        return request.order().remarks().stream()
                .map(remark -> messages.getMessage(
                        remark.key(), remark.arguments().toArray(), LocaleContextHolder.getLocale()))
                .toList();
    }

    private static <T> List<T> all(Page<ServiceRequest> page, Function<ServiceRequest, T> part) {
        return page.data().stream().map(part).distinct().toList();
    }
}
