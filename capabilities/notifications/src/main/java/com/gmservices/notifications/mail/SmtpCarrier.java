package com.gmservices.notifications.mail;

import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server. A password never travels in the clear: with one, a server that offers no TLS is refused. */
public final class SmtpCarrier implements Carrier<MailMessage> {

    private static final int IMPLICIT_TLS = 465;

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    public SmtpCarrier(MailSettings settings) {
        this.settings = settings;
        this.sender = sender(settings);
    }

    private static JavaMailSenderImpl sender(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding("UTF-8");
        Properties smtp = sender.getJavaMailProperties();
        smtp.put("mail.smtp.auth", settings.user() != null);
        smtp.put("mail.smtp.ssl.enable", settings.port() == IMPLICIT_TLS);
        smtp.put("mail.smtp.ssl.checkserveridentity", true);
        smtp.put("mail.smtp.starttls.enable", true);
        smtp.put("mail.smtp.starttls.required", settings.password() != null && settings.port() != IMPLICIT_TLS);
        smtp.put("mail.smtp.connectiontimeout", 10_000);
        smtp.put("mail.smtp.timeout", 20_000);
        smtp.put("mail.smtp.writetimeout", 20_000);
        return sender;
    }

    @Override
    public String name() {
        return "smtp";
    }

    /** The same mail has the same Message-ID, by which mail programs know it again. */
    @Override
    public boolean mayCarryTwice() {
        return true;
    }

    @Override
    public Outcome carry(MailMessage mail) {
        try {
            sender.send(written(mail));
            return new Accepted(null);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return SmtpFailure.of(e);
        }
    }

    private MimeMessage written(MailMessage mail) throws MessagingException, UnsupportedEncodingException {
        var from = new InternetAddress(settings.from(), true);
        from.setPersonal(mail.sender(), "UTF-8");
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.writtenAt()));
        for (Map.Entry<String, String> header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain(from)));
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "plain"));
        parts.addBodyPart(part(mail.html(), "html"));
        message.setContent(parts);
        return message;
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, "UTF-8", subtype);
        return part;
    }
}
