package com.gmservices.notifications.mail;

import com.gmservices.notifications.carrier.AwsAnswers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.Refused;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/** Amazon SES, API v2. */
public final class SesCarrier implements Carrier<MailMessage> {

    /** The name of the tag by which our mark travels with a mail; of a mark, tags cannot hold the slash. */
    public static final String MARK = "gm_mail";

    private final SesSettings settings;
    private final String from;
    private final SesV2Client ses;

    public SesCarrier(SesSettings settings, String from, SesV2Client ses) {
        this.settings = settings;
        this.from = from;
        this.ses = ses;
    }

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public Outcome carry(MailMessage mail) {
        SendEmailRequest request;
        try {
            new InternetAddress(mail.to(), true);
            request = toSes(mail);
        } catch (AddressException e) {
            return new Refused(String.valueOf(e.getMessage()), true);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return AwsAnswers.to(() -> new Accepted(ses.sendEmail(request).messageId()));
    }

    private SendEmailRequest toSes(MailMessage mail) throws UnsupportedEncodingException {
        return SendEmailRequest.builder()
                .fromEmailAddress(new InternetAddress(from, mail.sender(), "UTF-8").toString())
                .destination(to -> to.toAddresses(mail.to()))
                .content(content -> content.simple(message -> message.subject(utf8(mail.subject()))
                        .body(Body.builder()
                                .text(utf8(mail.text()))
                                .html(utf8(mail.html()))
                                .build())
                        .headers(mail.headers().entrySet().stream()
                                .map(header -> MessageHeader.builder()
                                        .name(header.getKey())
                                        .value(header.getValue())
                                        .build())
                                .toList())))
                .configurationSetName(settings.configurationSet())
                .emailTags(MessageTag.builder()
                        .name(MARK)
                        .value(mail.mark().replace('/', '_'))
                        .build())
                .build();
    }

    private static Content utf8(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }
}
