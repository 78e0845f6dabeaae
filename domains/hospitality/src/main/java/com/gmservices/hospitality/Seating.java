package com.gmservices.hospitality;

/**
 * How chairs and tables stand, with what planners usually reckon: floor for each guest with aisles and service, the
 * most guests who still see and hear each other, hours to set it up.
 */
enum Seating {
    THEATRE(8, 10_000, 1),
    CLASSROOM(16, 1_000, 2),
    BOARDROOM(25, 40, 1),
    U_SHAPE(30, 60, 1),
    CABARET(17, 1_500, 2),
    BANQUET(12, 5_000, 3),
    STANDING(9, 10_000, 1);

    private final int tenthsOfSquareMetres;
    private final int mostGuests;
    private final int setUpHours;

    Seating(int tenthsOfSquareMetres, int mostGuests, int setUpHours) {
        this.tenthsOfSquareMetres = tenthsOfSquareMetres;
        this.mostGuests = mostGuests;
        this.setUpHours = setUpHours;
    }

    int mostGuests() {
        return mostGuests;
    }

    int setUpHours() {
        return setUpHours;
    }

    int squareMetres(int guests) {
        return Math.ceilDiv(guests * tenthsOfSquareMetres, 10);
    }

    boolean hasTables() {
        return switch (this) {
            case CLASSROOM, BOARDROOM, U_SHAPE, CABARET, BANQUET -> true;
            case THEATRE, STANDING -> false;
        };
    }
}
