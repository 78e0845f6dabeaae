package com.gmservices.notifications.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Revision;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.preference.Digest;
import com.gmservices.notifications.preference.Languages;
import com.gmservices.notifications.preference.OwnPreferences;
import com.gmservices.notifications.preference.OwnPreferences.Chosen;
import com.gmservices.notifications.preference.Preference;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller likes to be told. */
@RestController
@RequestMapping("/api/v1/notification-preferences")
@Allow(Allow.MEMBERS)
@Tag(name = "Notifications")
class PreferencesApi {

    private final OwnPreferences preferences;

    PreferencesApi(OwnPreferences preferences) {
        this.preferences = preferences;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "NotificationPreferences")
    record View(
            @Schema(description = "`en` or `fr`; null for the language of the business", example = "fr") @Nullable
            String language,

            @Schema(description = "null for the zone of the business", example = "Europe/Paris") @Nullable
            ZoneId timeZone,

            @Schema(description = "By the clock of that zone; null for none") @Nullable
            QuietHours quietHours,

            @Schema(description = "`none`, `hourly` or `daily`: whether mails are gathered")
            Digest digest,

            @Schema(
                    description = "By kind of news: whether it comes by `mail`, `sms` and `push`",
                    example = "{\"quotes\": {\"mail\": true, \"sms\": false, \"push\": true}}")
            Map<String, Map<Channel, Boolean>> kinds) {}

    /** Null leaves a value as it is. */
    @Schema(name = "NotificationPreferencesChange")
    record Change(
            @Schema(description = "`en`, `fr`, or empty for the language of the business", example = "fr")
            @Size(max = 10)
            @Nullable
            String language,

            @Schema(description = "Empty for the zone of the business", example = "Europe/Paris")
            @Size(max = 60)
            @Nullable
            String timeZone,

            @Schema(description = "Without from and until there are none") @Valid @Nullable
            QuietChange quietHours,

            @Nullable Digest digest,

            @Schema(example = "{\"quotes\": {\"mail\": false}}") @Size(max = 50) @Nullable
            Map<String, @NotNull Map<Channel, @NotNull Boolean>> kinds) {}

    @Schema(name = "QuietHoursChange")
    record QuietChange(
            @Schema(example = "22:00") @Nullable String from,
            @Schema(example = "07:00") @Nullable String until) {}

    @Operation(summary = "How you are told")
    @GetMapping
    ResponseEntity<View> show(CurrentMember member) {
        return answer(member, preferences.find(member));
    }

    @Operation(summary = "Choose how you are told", description = "What is left out stays as it is.")
    @PatchMapping
    ResponseEntity<View> change(
            CurrentMember member, @RequestHeader("If-Match") Revision seen, @Valid @RequestBody Change change) {
        return answer(member, preferences.change(member, changed(preferences.find(member), change, seen)));
    }

    private static Chosen changed(Chosen now, Change change, Revision seen) {
        Preference before = now.preference();
        var wish = new Preference(
                change.quietHours == null ? before.quietHours() : quiet(change.quietHours),
                change.digest == null ? before.digest() : change.digest,
                before.choices(),
                seen.value());
        if (change.kinds != null) {
            for (Map.Entry<String, Map<Channel, Boolean>> kind : change.kinds.entrySet()) {
                for (Map.Entry<Channel, Boolean> channel : kind.getValue().entrySet()) {
                    wish = wish.choosing(kind.getKey(), channel.getKey(), channel.getValue());
                }
            }
        }
        return new Chosen(
                change.language == null ? now.language() : language(change.language),
                change.timeZone == null ? now.zone() : Readers.zone(change.timeZone),
                wish);
    }

    private static @Nullable QuietHours quiet(QuietChange change) {
        return Times.quiet(change.from, change.until);
    }

    private static @Nullable Locale language(String code) {
        return code.isBlank()
                ? null
                : Languages.of(code)
                        .orElseThrow(() -> new NotificationsRefused.Unfit("/language", "We tell in en and fr"));
    }

    private ResponseEntity<View> answer(CurrentMember member, Chosen chosen) {
        Preference preference = chosen.preference();
        var kinds = new LinkedHashMap<String, Map<Channel, Boolean>>();
        for (NoticeKind kind : preferences.kinds(member)) {
            var channels = new LinkedHashMap<Channel, Boolean>();
            for (Channel channel : new Channel[] {Channel.MAIL, Channel.SMS, Channel.PUSH}) {
                channels.put(channel, preference.wants(kind, channel));
            }
            kinds.put(kind.code(), channels);
        }
        return ResponseEntity.ok()
                .eTag(new Revision(preference.revision()).tag())
                .body(new View(
                        chosen.language() == null ? null : chosen.language().getLanguage(),
                        chosen.zone(),
                        preference.quietHours(),
                        preference.digest(),
                        kinds));
    }
}
