package com.gmservices.technology;

import com.gmservices.requests.line.Findings;
import com.gmservices.technology.SystemMaintenance.Access;
import com.gmservices.technology.SystemMaintenance.Impact;
import com.gmservices.technology.SystemMaintenance.Kind;
import com.gmservices.technology.SystemMaintenance.Window;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks at a ticket before it is one: does it say what it takes to work on it, and has the system failed before? */
@Component
class TicketTriage {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int A_PROBLEM = 3;

    private final Tickets tickets;
    private final Clock clock;

    TicketTriage(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    void look(SystemMaintenance ticket, MemberId customer, SiteClock siteClock, Findings findings) {
        Integer affected = ticket.affectedUsers();
        if (affected != null && affected > 1 && ticket.impact() == Impact.LOW) {
            findings.unfit("impact", "impact", affected);
        }
        if (ticket.access() == Access.ON_SITE) {
            findings.require(ticket.premises(), "premises", "premises");
        }
        if (ticket.kind() == Kind.PLANNED) {
            findings.require(ticket.window(), "window", "window");
        }
        if (ticket.window() != null) {
            look(ticket.window(), ticket.system(), customer, siteClock, findings);
        }
        if (ticket.kind() == Kind.PLANNED && Boolean.FALSE.equals(ticket.backup())) {
            findings.remark("backup");
        }
        if (ticket.kind() == Kind.INCIDENT) {
            lookBack(ticket.system(), customer, findings);
        }
    }

    private void look(Window window, String system, MemberId customer, SiteClock siteClock, Findings findings) {
        if (!siteClock.fits("window/starts_on", "window/starts_at", window.start())) {
            return;
        }
        Instant start = siteClock.moment(window.start());
        Instant end = siteClock.moment(window.end());
        if (!start.isBefore(end)) {
            boolean otherDay = window.endsOn() != null && !window.endsOn().equals(window.startsOn());
            findings.unfit(otherDay ? "window/ends_on" : "window/ends_at", "window-backwards");
        } else if (Duration.between(start, end).compareTo(LONGEST_WINDOW) > 0) {
            findings.unfit("window/ends_on", "window-long");
        } else if (tickets.planned(customer, system, start, end)) {
            findings.remark("window-taken", system);
        }
    }

    /** ITIL's difference between an incident, which is mended, and the problem behind it, which comes back. */
    private void lookBack(String system, MemberId customer, Findings findings) {
        int incidents = 1 + tickets.incidents(customer, system, clock.instant().minus(LATELY));
        if (incidents >= A_PROBLEM) {
            findings.remark("problem", incidents, system);
        }
    }
}
