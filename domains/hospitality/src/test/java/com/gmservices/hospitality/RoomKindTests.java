package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomKindTests {

    @ParameterizedTest
    @CsvSource({
        "SINGLE, 1, '', 1",
        "SINGLE, 2, '', 2",
        "DOUBLE, 2, '', 1",
        "DOUBLE, 2, '5', 1",
        "DOUBLE, 2, '5, 8', 2",
        "DOUBLE, 3, '', 2",
        "TWIN, 4, '2, 3, 4', 3",
        "TRIPLE, 3, '12', 1",
        "FAMILY, 2, '4, 9, 17', 1",
        "FAMILY, 5, '', 2",
        "SUITE, 3, '3', 1",
        "SUITE, 2, '3, 4, 5', 2"
    })
    void sleepsSoMany(RoomKind kind, int adults, String ages, int rooms) {
        assertThat(kind.roomsFor(Occupancy.of(adults, ChildrensAges.read(ages.isEmpty() ? null : ages))))
                .isEqualTo(rooms);
    }

    @Test
    void anInfantSleepsInACotAndTheSecondOneInABed() {
        assertThat(RoomKind.DOUBLE.roomsFor(Occupancy.of(2, List.of(1, 6)))).isEqualTo(1);
        assertThat(RoomKind.DOUBLE.roomsFor(Occupancy.of(2, List.of(0, 0)))).isEqualTo(1);
        assertThat(RoomKind.DOUBLE.roomsFor(Occupancy.of(2, List.of(0, 0, 0)))).isEqualTo(2);
        assertThat(Occupancy.of(2, List.of(0, 1, 7)).cots(1)).isEqualTo(1);
    }
}
