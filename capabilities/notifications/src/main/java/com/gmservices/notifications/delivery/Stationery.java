package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.preference.NoticeKinds;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.preference.Unsubscribing;
import com.gmservices.notifications.wording.Phrase;
import com.gmservices.notifications.wording.Phrasebook;
import com.gmservices.notifications.wording.Phrasebook.Reading;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes deliveries out in their reader's language, under the name and in the colour of the business they come from. */
@Component
public class Stationery {

    private static final String PLATFORM_ACCENT = "#0b5cad";
    private static final int MOST_IN_A_DIGEST = 200;

    private final MessageSource messages;
    private final ITemplateEngine templates;
    private final Tenants tenants;
    private final Members members;
    private final Readers readers;
    private final NoticeKinds kinds;
    private final Unsubscribing unsubscribing;
    private final Phrasebook phrasebook;
    private final DeliveryRows rows;
    private final Links links;

    Stationery(
            MessageSource messages,
            ITemplateEngine templates,
            Tenants tenants,
            Members members,
            Readers readers,
            NoticeKinds kinds,
            Unsubscribing unsubscribing,
            Phrasebook phrasebook,
            DeliveryRows rows,
            Links links) {
        this.messages = messages;
        this.templates = templates;
        this.tenants = tenants;
        this.members = members;
        this.readers = readers;
        this.kinds = kinds;
        this.unsubscribing = unsubscribing;
        this.phrasebook = phrasebook;
        this.rows = rows;
        this.links = links;
    }

    /** Who writes, where the button leads, and where this kind of mail is ended or chosen about. */
    private record Letterhead(
            String sender,
            String accent,
            @Nullable String link,
            @Nullable String unsubscribe,
            @Nullable String choose) {}

    private record Item(
            String subject,
            List<String> paragraphs,
            @Nullable String link) {}

    public String subject(Delivery delivery) {
        return switch (delivery.id()) {
            case OfAccount _ ->
                phrasebook
                        .ours(delivery.words(), Channel.MAIL, delivery.language(), ZoneOffset.UTC)
                        .subject();
            case OfTenant(TenantId id, UUID _) -> {
                Tenant tenant = tenants.find(id).orElseThrow();
                yield delivery.isDigest()
                        ? message(
                                "notifications.digest.subject",
                                readers.house(id).language(),
                                name(tenant))
                        : phrasebook
                                .ours(
                                        delivery.words(),
                                        delivery.channel(),
                                        readers.house(id).language(),
                                        tenant.timeZone())
                                .subject();
            }
        };
    }

    public String sender(Delivery delivery) {
        return switch (delivery.id()) {
            case OfTenant(TenantId id, UUID _) -> name(tenants.find(id).orElseThrow());
            case OfAccount _ -> message("notifications.platform", delivery.language());
        };
    }

    /** Empty for a digest into which nothing was put. */
    public Optional<Letter> write(Delivery delivery) {
        return switch (delivery.id()) {
            case OfAccount _ -> Optional.of(ofAccount(delivery));
            case OfTenant ofTenant -> ofTenant(delivery, ofTenant);
        };
    }

    private Letter ofAccount(Delivery delivery) {
        Locale language = delivery.language();
        Phrase phrase = phrasebook.ours(delivery.words(), Channel.MAIL, language, ZoneOffset.UTC);
        var head = new Letterhead(
                message("notifications.platform", language), PLATFORM_ACCENT, delivery.link(), null, null);
        return mail(phrase, head, language, null);
    }

    private Optional<Letter> ofTenant(Delivery delivery, OfTenant id) {
        Tenant tenant = tenants.find(id.tenant()).orElseThrow();
        Member member = members.find(Objects.requireNonNull(delivery.member())).orElseThrow();
        var reading =
                new Reading(readers.languageOf(member), readers.zoneOf(member, tenant), name(tenant), member.name());
        if (delivery.isDigest()) {
            return digest(id, tenant, reading);
        }
        Phrase phrase = phrasebook.one(tenant.id(), delivery.words(), delivery.channel(), reading);
        return Optional.of(
                switch (delivery.channel()) {
                    case MAIL -> mail(delivery, tenant, member, phrase, reading.language());
                    case SMS, PUSH, PAGE -> brief(delivery, tenant, phrase);
                });
    }

    private Letter mail(Delivery delivery, Tenant tenant, Member member, Phrase phrase, Locale language) {
        NoticeKind kind = kinds.get(delivery.kind());
        var head = new Letterhead(
                name(tenant),
                tenant.accent(),
                page(tenant, delivery.link()),
                kind.isNecessary()
                        ? null
                        : unsubscribing.page(tenant, member.id(), kind).toString(),
                member.identity() == null
                        ? null
                        : links.tenant(tenant, "/me/notifications").toString());
        Letter letter = mail(phrase, head, language, phrase.version());
        return kind.isNecessary()
                ? letter
                : new Letter(
                        letter.sender(),
                        letter.subject(),
                        letter.text(),
                        letter.html(),
                        letter.link(),
                        unsubscribing.oneClick(tenant.id(), member.id(), kind),
                        letter.version());
    }

    private Letter mail(Phrase phrase, Letterhead head, Locale language, @Nullable Integer version) {
        String why = message("notifications.mail.why", language, head.sender);
        var html = context(language, head, phrase.subject(), why);
        html.setVariable("paragraphs", paragraphs(phrase.text()));
        html.setVariable("action", phrase.action());
        String button = head.link == null ? null : "%s: %s".formatted(phrase.action(), head.link);
        return new Letter(
                head.sender,
                phrase.subject(),
                plain(Stream.of(phrase.text(), button), head, why, language),
                templates.process("notifications/letter", html),
                head.link,
                null,
                version);
    }

    private Letter brief(Delivery delivery, Tenant tenant, Phrase phrase) {
        String link = page(tenant, delivery.link());
        String text = delivery.channel() == Channel.SMS
                ? plainest("%s: %s %s".formatted(name(tenant), phrase.text(), link))
                : phrase.text();
        return new Letter(name(tenant), phrase.subject(), text, "", link, null, phrase.version());
    }

    /** One character that text messages do not know makes each of their parts less than half as long. */
    private static String plainest(String text) {
        return text.replaceAll("[\\u00a0\\u2009\\u202f]", " ")
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[\\u201c\\u201d]", "\"")
                .replaceAll("[\\u2013\\u2014]", "-");
    }

    private Optional<Letter> digest(OfTenant id, Tenant tenant, Reading reading) {
        List<Delivery> all = rows.bundled(id, MOST_IN_A_DIGEST + 1);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Delivery> bundled = all.subList(0, Math.min(all.size(), MOST_IN_A_DIGEST));
        List<Phrase> phrases = phrasebook.all(
                tenant.id(), bundled.stream().map(Delivery::words).toList(), Channel.MAIL, reading);
        List<Item> items = IntStream.range(0, bundled.size())
                .mapToObj(at -> new Item(
                        phrases.get(at).subject(),
                        paragraphs(phrases.get(at).text()),
                        page(tenant, bundled.get(at).link())))
                .toList();
        String more = all.size() > bundled.size() ? message("notifications.digest.more", reading.language()) : null;
        return Optional.of(digest(items, more, tenant, reading));
    }

    private Letter digest(List<Item> items, @Nullable String more, Tenant tenant, Reading reading) {
        String choose = links.tenant(tenant, "/me/notifications").toString();
        var head = new Letterhead(name(tenant), tenant.accent(), null, null, choose);
        String subject = message("notifications.digest.subject", reading.language(), name(tenant));
        String why = message("notifications.digest.why", reading.language(), name(tenant));
        var html = context(reading.language(), head, subject, why);
        html.setVariable("items", items);
        html.setVariable("more", more);
        html.setVariable("action", message("notifications.mail.open", reading.language()));
        Stream<@Nullable String> parts = items.stream()
                .map(item -> Stream.of(Stream.of(item.subject), item.paragraphs.stream(), Stream.ofNullable(item.link))
                        .flatMap(it -> it)
                        .collect(Collectors.joining("\n")));
        return new Letter(
                name(tenant),
                subject,
                plain(Stream.concat(parts, Stream.of(more)), head, why, reading.language()),
                templates.process("notifications/digest", html),
                null,
                null,
                null);
    }

    private static Context context(Locale language, Letterhead head, String subject, String why) {
        return new Context(language, Map.of("head", head, "subject", subject, "why", why));
    }

    private String plain(Stream<? extends @Nullable String> parts, Letterhead head, String why, Locale language) {
        String foot = Stream.of(
                        "-- \n" + why,
                        line("notifications.mail.choose", head.choose, language),
                        line("notifications.mail.unsubscribe", head.unsubscribe, language))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return Stream.concat(parts.filter(Objects::nonNull), Stream.of(foot)).collect(Collectors.joining("\n\n"));
    }

    private @Nullable String line(String key, @Nullable String link, Locale language) {
        return link == null ? null : "%s: %s".formatted(message(key, language), link);
    }

    private static List<String> paragraphs(String text) {
        return List.of(text.split("\n\\s*\n"));
    }

    private @Nullable String page(Tenant tenant, @Nullable String path) {
        return path == null ? null : links.tenant(tenant, path).toString();
    }

    /** What is in a business's name is people's text: it must not end a header. */
    private static String name(Tenant tenant) {
        return tenant.name().replaceAll("\\p{Cntrl}+", " ");
    }

    private String message(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
