package com.gmservices.hospitality;

import com.gmservices.hospitality.EventSpace.Equipment;

/** How much floor a function needs, to the next five square metres: seats, and what stands beside them. */
final class FloorPlan {

    private static final int STAGE = 15;
    private static final int BUFFET = 10;
    private static final int GUESTS_FOR_EACH_METRE_OF_DANCE_FLOOR = 5;

    private FloorPlan() {}

    static int squareMetres(EventSpace event) {
        int area = event.seating().squareMetres(event.guests());
        if (event.equipment().contains(Equipment.STAGE)) {
            area += STAGE;
        }
        if (event.equipment().contains(Equipment.DANCE_FLOOR)) {
            area += Math.ceilDiv(event.guests(), GUESTS_FOR_EACH_METRE_OF_DANCE_FLOOR);
        }
        if (event.catering() == EventSpace.Food.BUFFET) {
            area += BUFFET;
        }
        return Math.ceilDiv(area, 5) * 5;
    }
}
