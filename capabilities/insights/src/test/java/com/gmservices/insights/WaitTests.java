package com.gmservices.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaitTests {

    @Test
    void isToldTheMoreRoughlyTheLongerItWas() {
        assertThat(Wait.of(0).minutes()).isZero();
        assertThat(Wait.of(61).minutes()).isEqualTo(2);
        assertThat(Wait.of(31 * 60).minutes()).isEqualTo(35);
        assertThat(Wait.of(121 * 60).minutes()).isEqualTo(135);
        assertThat(Wait.of(481 * 60).minutes()).isEqualTo(540);
        assertThat(Wait.of(1_441 * 60).minutes()).isEqualTo(1_680);
        assertThat(Wait.of(Long.MAX_VALUE).minutes()).isEqualTo(86_400);
    }

    @Test
    void comesBackFromWhereItIsKept() {
        assertThat(Wait.ofPart(new Wait(125).part())).isEqualTo(new Wait(125));
        assertThat(new Wait(9).part()).isLessThan(new Wait(10).part());
    }

    @Test
    void theMedianOfAnEvenNumberIsTheLowerOfTheTwo() {
        assertThat(Wait.median(new TreeMap<>(Map.of(new Wait(5), 1L, new Wait(9), 1L))))
                .isEqualTo(new Wait(5));
        assertThat(Wait.median(new TreeMap<>(Map.of(new Wait(5), 1L, new Wait(9), 2L))))
                .isEqualTo(new Wait(9));
        assertThat(Wait.median(new TreeMap<>())).isNull();
    }
}
