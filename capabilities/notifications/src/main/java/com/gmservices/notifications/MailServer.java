package com.gmservices.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Sends by SMTP when a server is named; otherwise mails are kept. A password never travels in the clear: with one, a
 * server that offers no TLS is refused.
 */
@Component
class MailServer {

    private static final int IMPLICIT_TLS = 465;

    private final MailSettings settings;
    private final JavaMailSenderImpl sender;

    MailServer(MailSettings settings) {
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
        smtp.put("mail.smtp.starttls.enable", true);
        smtp.put("mail.smtp.starttls.required", settings.password() != null && settings.port() != IMPLICIT_TLS);
        smtp.put("mail.smtp.connectiontimeout", 10_000);
        smtp.put("mail.smtp.timeout", 20_000);
        smtp.put("mail.smtp.writetimeout", 20_000);
        return sender;
    }

    boolean isThere() {
        return settings.nameServer();
    }

    MailState stateOfNewMails() {
        return isThere() ? MailState.WAITING : MailState.KEPT;
    }

    /** Sent twice, it carries the same Message-ID, by which a mail program knows it again. */
    void send(Mail mail, Letter letter) throws MailException, MessagingException, UnsupportedEncodingException {
        var from = new InternetAddress(settings.from(), true);
        from.setPersonal(letter.sender(), "UTF-8");
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(from);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.createdAt()));
        // RFC 3834: answering machines leave it alone.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id().id(), domain(from)));
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(part(letter.html(), "html"));
        message.setContent(parts);
        sender.send(message);
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
