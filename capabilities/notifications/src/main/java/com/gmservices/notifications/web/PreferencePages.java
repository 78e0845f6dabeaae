package com.gmservices.notifications.web;

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
import com.gmservices.notifications.push.PushSubscriptions;
import com.gmservices.notifications.push.Vapid;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Tenants;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a member likes to be told. */
@Controller
@RequestMapping("/me/notifications")
@Allow(Allow.MEMBERS)
class PreferencePages {

    private static final String PAGE = "notifications/preferences";
    private static final List<Channel> CHANNELS = List.of(Channel.MAIL, Channel.SMS, Channel.PUSH);

    private final OwnPreferences preferences;
    private final PushSubscriptions browsers;
    private final Members members;
    private final Tenants tenants;
    private final Vapid vapid;

    PreferencePages(
            OwnPreferences preferences, PushSubscriptions browsers, Members members, Tenants tenants, Vapid vapid) {
        this.preferences = preferences;
        this.browsers = browsers;
        this.members = members;
        this.tenants = tenants;
        this.vapid = vapid;
    }

    /** @param wanted {@code <kind>.<channel>} for each box that is ticked */
    record Form(
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String digest,
            @Nullable Set<String> wanted,
            @Nullable Integer revision) {

        static Form of(Chosen chosen, List<NoticeKind> kinds) {
            QuietHours quiet = chosen.preference().quietHours();
            var wanted = new HashSet<String>();
            for (NoticeKind kind : kinds) {
                CHANNELS.stream()
                        .filter(channel -> chosen.preference().wants(kind, channel))
                        .forEach(channel -> wanted.add(box(kind, channel)));
            }
            return new Form(
                    chosen.language() == null ? "" : chosen.language().getLanguage(),
                    chosen.zone() == null ? "" : chosen.zone().getId(),
                    quiet == null ? "" : quiet.from().toString(),
                    quiet == null ? "" : quiet.until().toString(),
                    chosen.preference().digest().code(),
                    wanted,
                    chosen.preference().revision());
        }

        Chosen wish(Preference before, List<NoticeKind> kinds) {
            Set<String> ticked = Objects.requireNonNullElse(wanted, Set.of());
            var wish = new Preference(
                    Times.quiet(quietFrom, quietUntil),
                    digest == null ? before.digest() : digest(digest),
                    before.choices(),
                    Objects.requireNonNullElse(revision, 0));
            for (NoticeKind kind : kinds) {
                for (Channel channel : CHANNELS) {
                    boolean isWanted = ticked.contains(box(kind, channel));
                    boolean isFixed = kind.isNecessary() && channel == Channel.MAIL;
                    if (!isFixed && isWanted != wish.wants(kind, channel)) {
                        wish = wish.choosing(kind.code(), channel, isWanted);
                    }
                }
            }
            return new Chosen(Languages.of(language).orElse(null), Readers.zone(timeZone), wish);
        }

        private static Digest digest(String code) {
            try {
                return Digest.of(code);
            } catch (IllegalArgumentException e) {
                throw new NotificationsRefused.Unfit("/digest", "There is no such digest");
            }
        }

        private static String box(NoticeKind kind, Channel channel) {
            return kind.code() + "." + channel.code();
        }
    }

    @GetMapping
    ModelAndView show(CurrentMember member, Model model) {
        addChoices(member, model);
        model.addAttribute("form", Form.of(preferences.find(member), preferences.kinds(member)));
        return new ModelAndView(PAGE, model.asMap());
    }

    @PostMapping
    ModelAndView change(
            CurrentMember member,
            @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        try {
            Preference before = preferences.find(member).preference();
            preferences.change(member, form.wish(before, preferences.kinds(member)));
            redirect.addFlashAttribute("flash", "notifications.preferences.saved");
            return new ModelAndView("redirect:/me/notifications");
        } catch (NotificationsRefused.Unfit unfit) {
            reject(unfit, errors);
        } catch (NotificationsRefused.ChangedMeanwhile meanwhile) {
            errors.reject("stale", String.valueOf(meanwhile.getMessage()));
        }
        addChoices(member, model);
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void reject(NotificationsRefused.Unfit unfit, BindingResult errors) {
        Map<String, String> fields = Map.of(
                "/quiet_hours/from", "quietFrom",
                "/quiet_hours/until", "quietUntil",
                "/time_zone", "timeZone",
                "/digest", "digest");
        for (FieldError error : unfit.errors()) {
            String field = fields.get(error.pointer());
            if (field == null) {
                errors.reject("unfit", error.detail());
            } else {
                errors.rejectValue(field, "unfit", error.detail());
            }
        }
    }

    private void addChoices(CurrentMember member, Model model) {
        Member self = members.find(member.id()).orElseThrow();
        var choices = new HashMap<String, Object>();
        choices.put("kinds", preferences.kinds(member));
        choices.put("channels", CHANNELS);
        choices.put("languages", Languages.ALL);
        choices.put("zone", tenants.current().timeZone());
        choices.put("self", self);
        choices.put("browsers", browsers.of(member));
        choices.put("pushKey", vapid.publicKey());
        model.addAllAttributes(choices);
    }

    @PostMapping("/browsers/{id}/remove")
    String removeBrowser(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        browsers.remove(member, id);
        redirect.addFlashAttribute("flash", "notifications.push.removed");
        return "redirect:/me/notifications";
    }

    /** As the browser has made it; sent by the page's script, as nothing else can. */
    @PostMapping("/browsers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void addBrowser(
            CurrentMember member,
            @RequestParam String endpoint,
            @RequestParam String key,
            @RequestParam String secret,
            @RequestHeader(name = "User-Agent", required = false) @Nullable String browser) {
        browsers.add(member, endpoint, key, secret, browser);
    }
}
