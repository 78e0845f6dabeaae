package com.gmservices.notifications.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.carrier.AwsAnswers;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Carriers;
import com.gmservices.notifications.carrier.HttpAnswers;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.mail.MailSettings;
import com.gmservices.notifications.mail.SendGridCarrier;
import com.gmservices.notifications.mail.SendGridSettings;
import com.gmservices.notifications.mail.SesCarrier;
import com.gmservices.notifications.mail.SesSettings;
import com.gmservices.notifications.mail.SmtpCarrier;
import com.gmservices.notifications.push.Vapid;
import com.gmservices.notifications.push.WebPushCarrier;
import com.gmservices.notifications.sms.SmsLimits;
import com.gmservices.notifications.sms.SnsCarrier;
import com.gmservices.notifications.sms.SnsSettings;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.notifications.sms.TwilioCarrier;
import com.gmservices.notifications.sms.TwilioSettings;
import com.gmservices.operations.HealthCheck;
import com.gmservices.outbound.Outbound;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.json.JsonMapper;

/** Who carries: those that the settings name, in the order in which they are asked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    MailSettings.class,
    SendGridSettings.class,
    SesSettings.class,
    TwilioSettings.class,
    SnsSettings.class,
    SmsLimits.class
})
class DeliveryConfiguration {

    @Bean
    Couriers couriers(
            MailSettings smtp,
            SendGridSettings sendGrid,
            SesSettings ses,
            TwilioSettings twilio,
            SnsSettings sns,
            Outbound outbound,
            Vapid vapid,
            JsonMapper json,
            MeterRegistry meters,
            Clock clock) {
        return new Couriers(
                new Carriers<>("mail", mail(smtp, sendGrid, ses, clock), meters, clock),
                new Carriers<>("sms", texts(twilio, sns, json, clock), meters, clock),
                new Carriers<>("push", List.of(new WebPushCarrier(outbound, vapid)), meters, clock));
    }

    private static List<Carrier<MailMessage>> mail(
            MailSettings smtp, SendGridSettings sendGrid, SesSettings ses, Clock clock) {
        var carriers = new ArrayList<Carrier<MailMessage>>();
        if (smtp.nameServer()) {
            carriers.add(new SmtpCarrier(smtp));
        }
        if (!sendGrid.apiKey().isBlank()) {
            carriers.add(new SendGridCarrier(sendGrid, smtp.sender(), RestClient.builder(), new HttpAnswers(clock)));
        }
        if (!ses.region().isBlank()) {
            SesV2Client client = AwsAnswers.client(SesV2Client.builder(), ses.region(), ses.url());
            carriers.add(new SesCarrier(ses, smtp.sender(), client));
        }
        return carriers;
    }

    private static List<Carrier<TextMessage>> texts(
            TwilioSettings twilio, SnsSettings sns, JsonMapper json, Clock clock) {
        var carriers = new ArrayList<Carrier<TextMessage>>();
        if (!twilio.accountSid().isBlank()) {
            carriers.add(new TwilioCarrier(twilio, RestClient.builder(), new HttpAnswers(clock), json));
        }
        if (!sns.region().isBlank()) {
            carriers.add(new SnsCarrier(sns, AwsAnswers.client(SnsClient.builder(), sns.region(), sns.url())));
        }
        return carriers;
    }

    @Bean
    HealthCheck carriersHealth(Couriers couriers) {
        return new HealthCheck() {
            @Override
            public String name() {
                return "carriers";
            }

            @Override
            public Finding check() {
                List<String> open = couriers.open();
                return open.isEmpty()
                        ? Finding.healthy()
                        : Finding.degraded("No answer from " + String.join(", ", open));
            }
        };
    }

    @Bean
    NoticeKind spentOnTexts() {
        return SmsSpentNotices.kind();
    }

    @Bean
    CustomTask<DeliveryId.OfTenant> tenantDeliveries(Postman postman) {
        return delivery(Deliveries.OF_TENANT, postman);
    }

    @Bean
    CustomTask<DeliveryId.OfTenant> tenantMails(Postman postman) {
        return delivery(Deliveries.MAIL_OF_TENANT, postman);
    }

    @Bean
    CustomTask<DeliveryId.OfAccount> accountMails(Postman postman) {
        return delivery(Deliveries.OF_ACCOUNT, postman);
    }

    private static <T extends DeliveryId> CustomTask<T> delivery(TaskDescriptor<T> task, Postman postman) {
        return Tasks.custom(task)
                .execute((job, context) -> postman.bring(job.getData())
                        .<CompletionHandler<T>>map(DeliveryConfiguration::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static <T> CompletionHandler<T> again(Instant at) {
        return (complete, job) -> job.reschedule(complete, at);
    }
}
