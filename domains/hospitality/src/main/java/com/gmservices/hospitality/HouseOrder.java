package com.gmservices.hospitality;

/** What somebody asks of a house. */
sealed interface HouseOrder permits HotelBooking, EventSpace, Catering, GuestService {}
