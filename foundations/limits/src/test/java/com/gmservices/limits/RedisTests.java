package com.gmservices.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.gmservices.database.CannotStart;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;

/** Nodes of the same platform with a real Redis between them, which comes and goes. */
class RedisTests {

    private static final Rate RATE = new Rate(20, 1, 1000);

    private final List<Redis> nodes = new ArrayList<>();
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Redis.class);
    private final int port = freePort();
    private RedisServer server;

    @BeforeEach
    void start() throws IOException {
        told.start();
        logger.addAppender(told);
        server = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        logger.detachAppender(told);
        nodes.forEach(Redis::close);
        server.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url() {
        return "redis://127.0.0.1:" + port;
    }

    private Redis connect(String url) {
        var redis = new Redis(url);
        nodes.add(redis);
        return redis;
    }

    private Limits node() {
        return new Limits(connect(url()), Clock.systemUTC(), "on");
    }

    private static long free(Limits limits, String caller, int calls) {
        return IntStream.range(0, calls)
                .filter(call -> limits.take(caller, RATE).free())
                .count();
    }

    private void ask(Consumer<RedisCommands<String, String>> question) {
        try (var client = RedisClient.create(url());
                var connection = client.connect()) {
            question.accept(connection.sync());
        }
    }

    private long warnings() {
        return told.list.stream()
                .filter(line -> line.getLevel().equals(Level.WARN))
                .count();
    }

    private static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void twoNodesShareOneLimit() {
        Limits first = node();
        Limits second = node();

        assertThat(free(first, "ada", 12)).isEqualTo(12);
        assertThat(second.take("ada", RATE).minute()).isEqualTo(7);
        assertThat(free(second, "ada", 12)).isEqualTo(7);
        assertThat(first.take("ada", RATE).pause()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
        assertThat(free(first, "ben", 1)).isEqualTo(1);
    }

    @Test
    void floodsAreCountedByEachNode() {
        Limits first = node();
        Limits second = node();

        IntStream.range(0, 20).forEach(call -> first.takeHere("ada", RATE));

        assertThat(first.takeHere("ada", RATE).free()).isFalse();
        assertThat(second.takeHere("ada", RATE).free()).isTrue();
    }

    @Test
    void guessesOnOneNodePauseTheOther() {
        Pauses first = node().pauses("guesses", 5, Duration.ofMinutes(1));
        Pauses second = node().pauses("guesses", 5, Duration.ofMinutes(1));
        IntStream.range(0, 5)
                .forEach(guess -> assertThat(first.of("ada").take()).isZero());

        assertThat(second.of("ada").take()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(second.of("ben").take()).isZero();
    }

    @Test
    void aTryThatIsGivenBackDoesNotCount() {
        Pauses pauses = node().pauses("guesses", 5, Duration.ofMinutes(1));
        IntStream.range(0, 20).forEach(guess -> {
            Pauses.Turn turn = pauses.of("ada");
            assertThat(turn.take()).isZero();
            turn.giveBack();
        });
    }

    @Test
    void nobodyIsNamedThereAndAllExpires() {
        Limits limits = node();
        limits.take("ada@harbour.example", RATE);
        limits.pauses("guesses", 5, Duration.ofMinutes(1))
                .of("ada@harbour.example")
                .take();

        ask(redis -> assertThat(redis.keys("*"))
                .hasSize(3)
                .allMatch(key -> key.startsWith("gm:") && !key.contains("ada"))
                .allMatch(key -> redis.pttl(key) > 0));
    }

    @Test
    void awayAtStartItIsFoundLater() throws IOException {
        server.stop();
        Limits limits = node();

        assertThat(free(limits, "ada", 30)).isEqualTo(20);
        assertThat(warnings()).isEqualTo(1);

        server.start();
        await().until(() -> !nodes.getFirst().isAway());
        assertThat(free(node(), "ada", 5)).isEqualTo(5);
        assertThat(free(limits, "ada", 30)).isEqualTo(15);
    }

    @Test
    void awayInTheMiddleEachNodeCountsByItselfUntilItIsBack() throws IOException {
        Limits limits = node();
        free(limits, "ada", 20);

        server.stop();
        assertThat(timed(() -> assertThat(free(limits, "ada", 1000)).isEqualTo(20)))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(warnings()).isEqualTo(1);

        server.start();
        await().until(() -> !nodes.getFirst().isAway());
        assertThat(free(limits, "ada", 30)).isEqualTo(20);
    }

    /** It takes calls and answers none, as a machine does that swaps. */
    @Test
    void aSilentOneIsWaitedForOnceAndShortly() {
        Limits limits = node();
        free(limits, "ada", 1);
        Thread.ofVirtual().start(() -> ask(redis -> redis.clientPause(1500)));
        await().until(() -> timed(() -> limits.take("ada", RATE)).toMillis() >= 40);

        assertThat(timed(() -> free(limits, "ada", 200))).isLessThan(Duration.ofMillis(300));
        assertThat(warnings()).isEqualTo(1);
        await().until(() -> !nodes.getFirst().isAway());
    }

    /** A full one answers a ping, and counts nothing. */
    @Test
    void whatDoesNotCountIsAway() {
        ask(redis -> redis.configSet("maxmemory", "1"));

        Limits limits = node();

        assertThat(nodes.getFirst().isAway()).isTrue();
        assertThat(free(limits, "ada", 30)).isEqualTo(20);
    }

    @Test
    void aUserAndAPasswordAreGivenInTheAddress() {
        ask(redis -> {
            redis.configSet("requirepass", "for everybody else");
            redis.auth("for everybody else");
            redis.aclSetuser(
                    "gm",
                    AclSetuserArgs.Builder.on()
                            .addPassword("secret")
                            .keyPattern("gm:*")
                            .allCommands());
        });

        assertThat(connect("redis://gm:secret@127.0.0.1:" + port).isAway()).isFalse();
        assertThat(connect("redis://gm:wrong@127.0.0.1:" + port).isAway()).isTrue();
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new Redis("http://gm:secret@host"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("GM_REDIS_URL")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new Redis(" ")).isInstanceOf(CannotStart.class);
    }
}
