package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.carrier.Carriers;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.push.PushMessage;
import com.gmservices.notifications.sms.TextMessage;
import java.util.List;
import java.util.stream.Stream;

/** Who carries what goes out, channel by channel. */
public record Couriers(Carriers<MailMessage> mail, Carriers<TextMessage> sms, Carriers<PushMessage> push) {

    public boolean areThereFor(Channel channel) {
        return of(channel).isThere();
    }

    public DeliveryState stateOfNew(Channel channel) {
        return areThereFor(channel) ? DeliveryState.WAITING : DeliveryState.KEPT;
    }

    /** Those that are left alone for a while, for they do not answer. */
    public List<String> open() {
        return Stream.of(mail, sms, push).flatMap(it -> it.open().stream()).toList();
    }

    private Carriers<?> of(Channel channel) {
        return switch (channel) {
            case MAIL -> mail;
            case SMS -> sms;
            case PUSH -> push;
            case PAGE -> throw new IllegalArgumentException("What stands on a page is not carried");
        };
    }
}
