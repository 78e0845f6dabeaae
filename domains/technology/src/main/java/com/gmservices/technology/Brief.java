package com.gmservices.technology;

/** What a customer asks of a technology firm. */
sealed interface Brief permits SoftwareDevelopment, ItConsulting, HardwareProcurement, SystemMaintenance {}
