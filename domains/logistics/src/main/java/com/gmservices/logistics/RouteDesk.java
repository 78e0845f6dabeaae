package com.gmservices.logistics;

import com.gmservices.logistics.RouteOptimization.Stop;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;

/** Looks at a day of driving before anybody plans it: what cannot work in any order is said at once. */
final class RouteDesk {

    private RouteDesk() {}

    static void look(RouteOptimization plan, Wish wish, Findings findings) {
        Days.look("on", plan.on(), wish, findings);
        if (plan.dayStarts().isBefore(plan.dayEnds())) {
            lookAtTime(plan, findings);
        } else {
            findings.unfit("day_ends", "day");
        }
        lookAtVehicles(plan, findings);
        lookAtLoads(plan, findings);
        Days.remarkClosed(plan.on(), wish, findings);
    }

    private static void lookAtTime(RouteOptimization plan, Findings findings) {
        for (int i = 0; i < plan.stops().size(); i++) {
            Stop stop = plan.stops().get(i);
            String at = "stops/%d/".formatted(i);
            if (stop.endsBeforeItBegins()) {
                findings.unfit(at + "until", "window");
            } else {
                lookAtWindow(at, stop, plan, findings);
            }
        }
        Duration together = plan.day().multipliedBy(plan.vehicles().size());
        if (plan.service().compareTo(together) > 0) {
            findings.unfit("day_ends", "day-short", hours(plan.service()), hours(together));
        }
    }

    private static void lookAtWindow(String at, Stop stop, RouteOptimization plan, Findings findings) {
        LocalTime from = stop.from();
        LocalTime until = stop.until();
        if (from != null && (from.isBefore(plan.dayStarts()) || !from.isBefore(plan.dayEnds()))) {
            findings.unfit(at + "from", "outside-day", plan.dayStarts(), plan.dayEnds());
        }
        if (until != null && (!until.isAfter(plan.dayStarts()) || until.isAfter(plan.dayEnds()))) {
            findings.unfit(at + "until", "outside-day", plan.dayStarts(), plan.dayEnds());
        }
    }

    private static String hours(Duration duration) {
        var hours = BigDecimal.valueOf(duration.toMinutes()).divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
        return Figure.text(hours);
    }

    private static void lookAtVehicles(RouteOptimization plan, Findings findings) {
        var rows = new Rows();
        for (int i = 0; i < plan.vehicles().size(); i++) {
            String at = "vehicles/%d/name".formatted(i);
            rows.before(i, plan.vehicles().get(i).name()).ifPresent(row -> findings.unfit(at, "vehicle-twice", row));
        }
    }

    private static void lookAtLoads(RouteOptimization plan, Findings findings) {
        for (int i = 0; i < plan.stops().size(); i++) {
            if (plan.stops().get(i).load().compareTo(plan.largestCapacity()) > 0) {
                findings.unfit("stops/%d/load".formatted(i), "load", Figure.text(plan.largestCapacity()));
            }
        }
        if (plan.load().compareTo(plan.capacity()) > 0) {
            findings.unfit("vehicles", "capacity", Figure.text(plan.load()), Figure.text(plan.capacity()));
        }
    }
}
