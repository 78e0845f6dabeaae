package com.gmservices.hospitality;

import java.util.List;

/** Who sleeps: infants, younger than two, in a cot, as long as there is one room for each cot. */
record Occupancy(int adults, int children, int infants) {

    private static final int FIRST_BED_AT = 2;

    static Occupancy of(int adults, List<Integer> ages) {
        int infants = (int) ages.stream().filter(age -> age < FIRST_BED_AT).count();
        return new Occupancy(adults, ages.size() - infants, infants);
    }

    int guests() {
        return adults + children + infants;
    }

    int cots(int rooms) {
        return Math.min(infants, rooms);
    }

    int beds(int rooms) {
        return guests() - cots(rooms);
    }
}
