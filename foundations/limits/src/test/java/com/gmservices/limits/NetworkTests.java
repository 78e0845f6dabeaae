package com.gmservices.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkTests {

    @Test
    void anAddressOfTheOldKindIsItsOwnNetwork() {
        assertThat(Network.of("192.0.2.1")).isNotEqualTo(Network.of("192.0.2.2"));
        assertThat(Network.of("::ffff:192.0.2.1")).isEqualTo(Network.of("192.0.2.1"));
    }

    @Test
    void sixtyFourBitsOfTheNewKindAreOneNetwork() {
        assertThat(Network.of("2001:db8:0:1::1")).isEqualTo(Network.of("2001:db8:0:1:ffff::2"));
        assertThat(Network.of("2001:db8:0:1::1")).isNotEqualTo(Network.of("2001:db8:0:2::1"));
    }

    @Test
    void onlyLoopbackIsHere() {
        assertThat(Network.of("127.0.0.1").isHere()).isTrue();
        assertThat(Network.of("::1").isHere()).isTrue();
        assertThat(Network.of("10.0.0.1").isHere()).isFalse();
    }

    /** Some proxies pass on a port, a name or "unknown". */
    @Test
    void whatIsNoAddressIsACallerToo() {
        assertThat(Network.of("unknown")).isEqualTo(new Network("unknown", false));
        assertThat(Network.of("localhost").isHere()).isFalse();
    }
}
