package com.gmservices.technology;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Priority;
import com.gmservices.technology.SystemMaintenance.Access;
import com.gmservices.technology.SystemMaintenance.Impact;
import com.gmservices.technology.SystemMaintenance.Kind;
import com.gmservices.technology.SystemMaintenance.Urgency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketPriorityTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            HIGH,   HIGH,   CRITICAL, 1, URGENT
            HIGH,   MEDIUM, HIGH,     2, HIGH
            HIGH,   LOW,    MODERATE, 3, NORMAL
            MEDIUM, HIGH,   HIGH,     2, HIGH
            MEDIUM, MEDIUM, MODERATE, 3, NORMAL
            MEDIUM, LOW,    LOW,      4, LOW
            LOW,    HIGH,   MODERATE, 3, NORMAL
            LOW,    MEDIUM, LOW,      4, LOW
            LOW,    LOW,    PLANNING, 5, LOW
            """)
    void followsFromImpactAndUrgency(
            Impact impact, Urgency urgency, TicketPriority priority, int number, Priority desk) {
        var ticket = new SystemMaintenance(
                Kind.INCIDENT, "Mail", "Nothing arrives", impact, null, urgency, Access.REMOTE, null, null, null);

        assertThat(ticket.priority()).isEqualTo(priority);
        assertThat(priority.number()).isEqualTo(number);
        assertThat(priority.desk()).isEqualTo(desk);
    }
}
