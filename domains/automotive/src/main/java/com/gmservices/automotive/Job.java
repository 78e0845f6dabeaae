package com.gmservices.automotive;

/** What a customer asks of a garage. */
sealed interface Job permits GarageJob, RoadsideAssistance {}
