import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many passwords two cores check in a second and nothing else: {@code Argon2idFloor SECONDS}. */
class Argon2idFloor {

    private static final int CORES = 2;

    static void main(String[] args) throws InterruptedException {
        // As identity's Passwords has it.
        String hash =
                Argon2Factory.create(Argon2Types.ARGON2id).hash(3, 65_536, 1, "correct horse battery".toCharArray());
        check(hash, Duration.ofSeconds(1));
        System.out.printf(Locale.ROOT, "%.1f%n", check(hash, Duration.ofSeconds(Long.parseLong(args[0]))));
    }

    private static double check(String hash, Duration time) throws InterruptedException {
        var checked = new AtomicLong();
        long begun = System.nanoTime();
        Stream<Thread> threads = IntStream.range(0, CORES)
                .mapToObj(core -> Thread.ofPlatform().start(() -> {
                    var argon2 = Argon2Factory.create(Argon2Types.ARGON2id);
                    while (System.nanoTime() - begun < time.toNanos()) {
                        argon2.verify(hash, "correct horse battery".toCharArray());
                        checked.incrementAndGet();
                    }
                }));
        for (Thread thread : threads.toList()) {
            thread.join();
        }
        return checked.get() * 1e9 / (System.nanoTime() - begun);
    }
}
