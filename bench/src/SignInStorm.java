import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Signs people in and makes other calls, each at its time whatever became of those before (an open loop), and tells how
 * long each kind took from the time at which it was due:
 * {@code SignInStorm BASE SLUG TOKEN REQUEST SECONDS SIGN-INS-A-MINUTE CALLS-A-SECOND}.
 */
class SignInStorm {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private record Answer(int status, long nanos) {}

    private static final class Kind {

        private final long pause;
        private final IntFunction<HttpRequest> call;
        private final ConcurrentLinkedQueue<CompletableFuture<Answer>> answers = new ConcurrentLinkedQueue<>();
        private int sent;

        Kind(double perSecond, IntFunction<HttpRequest> call) {
            this.pause = perSecond == 0 ? Long.MAX_VALUE / 2 : (long) (1e9 / perSecond);
            this.call = call;
        }

        long due(long begun) {
            return begun + sent * pause;
        }

        void send(long due) {
            answers.add(HTTP.sendAsync(call.apply(sent++), BodyHandlers.ofString())
                    .handle((answer, failure) ->
                            new Answer(failure == null ? answer.statusCode() : 0, System.nanoTime() - due)));
        }

        void tell(String what, long warmUp) {
            List<Answer> all =
                    answers.stream().skip(warmUp).map(CompletableFuture::join).toList();
            List<Long> times = all.stream().map(Answer::nanos).sorted().toList();
            System.out.printf(
                    "%-10s %7d %8d %8d %8d %9.1f %9.1f %9.1f%n",
                    what,
                    all.size(),
                    count(all, 200),
                    count(all, 503),
                    all.size() - count(all, 200) - count(all, 503),
                    at(times, 0.5),
                    at(times, 0.99),
                    at(times, 1));
        }

        private static long count(List<Answer> answers, int status) {
            return answers.stream().filter(answer -> answer.status() == status).count();
        }

        private static double at(List<Long> times, double share) {
            return times.isEmpty() ? 0 : times.get((int) Math.min(times.size() - 1, times.size() * share)) / 1e6;
        }
    }

    static void main(String[] args) {
        String api = args[0] + "/api/v1";
        String login = "{\"email\":\"customer@bench.example\",\"password\":\"correct horse battery\"}";
        var signIns = new Kind(
                Integer.parseInt(args[5]) / 60.0,
                number -> HttpRequest.newBuilder(URI.create(api + "/auth/login"))
                        .header("X-Tenant", args[1])
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofString(login))
                        .build());
        List<String> paths = List.of("/service-requests/" + args[3], "/service-requests?limit=20");
        var others = new Kind(
                Integer.parseInt(args[6]),
                number -> HttpRequest.newBuilder(URI.create(api + paths.get(number % paths.size())))
                        .header("Authorization", "Bearer " + args[2])
                        .timeout(Duration.ofSeconds(30))
                        .build());
        run(signIns, others, Duration.ofSeconds(Integer.parseInt(args[4])));
        System.out.printf(
                "%-10s %7s %8s %8s %8s %9s %9s %9s%n", "", "sent", "200", "503", "other", "p50 ms", "p99 ms", "max ms");
        // The first seconds belong to the compiler.
        signIns.tell("sign-ins", signIns.answers.size() / 5);
        others.tell("others", others.answers.size() / 5);
        System.exit(0);
    }

    private static void run(Kind signIns, Kind others, Duration time) {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        while (System.nanoTime() < end) {
            Kind next = signIns.due(begun) <= others.due(begun) ? signIns : others;
            long due = next.due(begun);
            LockSupport.parkNanos(Math.max(0, Math.min(due, end) - System.nanoTime()));
            if (System.nanoTime() >= due) {
                next.send(due);
            }
        }
        for (Kind kind : List.of(signIns, others)) {
            CompletableFuture.allOf(kind.answers.toArray(CompletableFuture[]::new))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        }
    }
}
