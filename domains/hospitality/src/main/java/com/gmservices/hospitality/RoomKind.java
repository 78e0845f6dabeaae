package com.gmservices.hospitality;

/** The usual kinds of room, and whom one of them sleeps. A cot for an infant fits into each beside that. */
enum RoomKind {
    SINGLE(1, 1),
    DOUBLE(2, 3),
    TWIN(2, 3),
    TRIPLE(3, 4),
    FAMILY(4, 5),
    SUITE(3, 4);

    private final int adults;
    private final int guests;

    RoomKind(int adults, int guests) {
        this.adults = adults;
        this.guests = guests;
    }

    /** The fewest rooms of this kind for so many people. */
    int roomsFor(Occupancy party) {
        int rooms = Math.max(1, Math.ceilDiv(party.adults(), adults));
        while (party.beds(rooms) > rooms * guests) {
            rooms++;
        }
        return rooms;
    }
}
