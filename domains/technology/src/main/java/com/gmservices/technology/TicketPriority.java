package com.gmservices.technology;

import com.gmservices.requests.Priority;
import com.gmservices.technology.SystemMaintenance.Impact;
import com.gmservices.technology.SystemMaintenance.Urgency;

/** What ITIL's matrix makes of impact and urgency: 1 is worked on before 2. */
enum TicketPriority {
    CRITICAL(1, Priority.URGENT),
    HIGH(2, Priority.HIGH),
    MODERATE(3, Priority.NORMAL),
    LOW(4, Priority.LOW),
    PLANNING(5, Priority.LOW);

    private final int number;
    private final Priority desk;

    TicketPriority(int number, Priority desk) {
        this.number = number;
        this.desk = desk;
    }

    static TicketPriority of(Impact impact, Urgency urgency) {
        return switch (impact) {
            case HIGH ->
                switch (urgency) {
                    case HIGH -> CRITICAL;
                    case MEDIUM -> HIGH;
                    case LOW -> MODERATE;
                };
            case MEDIUM ->
                switch (urgency) {
                    case HIGH -> HIGH;
                    case MEDIUM -> MODERATE;
                    case LOW -> LOW;
                };
            case LOW ->
                switch (urgency) {
                    case HIGH -> MODERATE;
                    case MEDIUM -> LOW;
                    case LOW -> PLANNING;
                };
        };
    }

    int number() {
        return number;
    }

    /** The desk counts four. */
    Priority desk() {
        return desk;
    }
}
