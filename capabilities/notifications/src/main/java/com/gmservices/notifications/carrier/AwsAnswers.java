package com.gmservices.notifications.carrier;

import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** What Amazon's services answer, and how they are called: once, for a call that is repeated may be carried twice. */
public final class AwsAnswers {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private AwsAnswers() {}

    public static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, String region, @Nullable String url) {
        if (url != null) {
            builder.endpointOverride(URI.create(url));
        }
        return builder.region(Region.of(region))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER)
                        .build())
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    public static Outcome to(Supplier<Outcome> call) {
        try {
            return call.get();
        } catch (AwsServiceException refusal) {
            return outcome(refusal);
        } catch (SdkClientException silence) {
            return isBeforeItWasSent(silence)
                    ? new NotTaken(String.valueOf(silence.getMessage()))
                    : new Unknown(String.valueOf(silence.getMessage()));
        }
    }

    private static Outcome outcome(AwsServiceException refusal) {
        String said = "%d %s".formatted(refusal.statusCode(), refusal.getMessage());
        int status = refusal.statusCode();
        if (refusal.isThrottlingException() || status == 429 || status == 503 || status == 401 || status == 403) {
            return new NotTaken(said);
        }
        return status >= 500 ? new Unknown(said) : new Refused(said, false);
    }

    private static boolean isBeforeItWasSent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return String.valueOf(thrown.getMessage()).contains("Unable to load credentials");
    }
}
