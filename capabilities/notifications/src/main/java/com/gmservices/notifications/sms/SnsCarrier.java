package com.gmservices.notifications.sms;

import com.gmservices.notifications.carrier.AwsAnswers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.Refused;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.OptedOutException;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/** Amazon SNS. It does not report what becomes of a message, and cannot be asked. */
public final class SnsCarrier implements Carrier<TextMessage> {

    private final SnsSettings settings;
    private final SnsClient sns;

    public SnsCarrier(SnsSettings settings, SnsClient sns) {
        this.settings = settings;
        this.sns = sns;
    }

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public Outcome carry(TextMessage message) {
        var request = PublishRequest.builder()
                .phoneNumber(message.to())
                .message(message.text())
                .messageAttributes(attributes())
                .build();
        return AwsAnswers.to(() -> {
            try {
                return new Accepted(sns.publish(request).messageId());
            } catch (OptedOutException e) {
                return new Refused(String.valueOf(e.getMessage()), true);
            }
        });
    }

    private Map<String, MessageAttributeValue> attributes() {
        var attributes = new HashMap<>(Map.of("AWS.SNS.SMS.SMSType", text("Transactional")));
        if (settings.sender() != null) {
            attributes.put("AWS.SNS.SMS.SenderID", text(settings.sender()));
        }
        return attributes;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
