package com.gmservices.logistics;

import com.gmservices.logistics.PackageDelivery.Parcel;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Looks at parcels as the person who would have to lift them. */
@Component
class ParcelCounter {

    private final Scales scales;
    private final DangerousGoods dangerous;
    private final Clock clock;

    ParcelCounter(Scales scales, DangerousGoods dangerous, Clock clock) {
        this.scales = scales;
        this.dangerous = dangerous;
        this.clock = clock;
    }

    void look(PackageDelivery delivery, Wish wish, Findings findings) {
        Doors.lookAtPhone("sender", delivery.sender(), wish.site(), findings);
        Doors.lookAtPhone("recipient", delivery.recipient(), wish.site(), findings);
        Spot from = delivery.sender().spot();
        Spot to = delivery.recipient().spot();
        Doors.lookAtWay("recipient/street", from, to, findings);
        dangerous.look(delivery, findings);
        lookAtParcels(delivery, wish, findings);
        lookAtPickUp(delivery.pickUp(), wish, findings);
        if (delivery.delivery() != null) {
            lookAtDelivery(delivery.delivery(), delivery.pickUp(), wish, findings);
        }
        Doors.remarkBorder(from, to, wish.site(), findings);
    }

    private void lookAtParcels(PackageDelivery delivery, Wish wish, Findings findings) {
        boolean crossesABorder = delivery.sender()
                .spot()
                .isAcrossABorderFrom(delivery.recipient().spot(), wish.site());
        for (int i = 0; i < delivery.parcels().size(); i++) {
            Parcel parcel = delivery.parcels().get(i);
            lookAtValue("parcels/%d/declared_value".formatted(i), parcel, wish.currency(), crossesABorder, findings);
            if (scales.isBulky(parcel)) {
                findings.remark("bulky", i + 1, Figure.text(scales.billable(parcel)), Figure.text(parcel.weight()));
            }
            if (parcel.isHeavy()) {
                findings.remark("heavy", i + 1, Figure.text(parcel.weight()));
            }
        }
    }

    private static void lookAtValue(
            String at, Parcel parcel, Currency currency, boolean crossesABorder, Findings findings) {
        BigDecimal value = parcel.declaredValue();
        if (value == null) {
            if (crossesABorder) {
                findings.unfit(at, "customs");
            }
        } else if (value.scale() > currency.getDefaultFractionDigits()) {
            findings.unfit(at, "decimals", currency.getCurrencyCode(), currency.getDefaultFractionDigits());
        }
    }

    private void lookAtPickUp(Window pickUp, Wish wish, Findings findings) {
        Days.look("pick_up/on", pickUp.on(), wish, findings);
        if (pickUp.endsBeforeItBegins()) {
            findings.unfit("pick_up/until", "window");
        } else if (isOver(pickUp, wish)) {
            findings.unfit("pick_up/until", "over");
        }
        Days.remarkClosed(pickUp.on(), wish, findings);
    }

    private static void lookAtDelivery(Window delivery, Window pickUp, Wish wish, Findings findings) {
        if (delivery.endsBeforeItBegins()) {
            findings.unfit("delivery/until", "window");
        } else if (delivery.isOverBefore(pickUp)) {
            findings.unfit("delivery/on", "before-pick-up");
        }
        if (!delivery.on().isBefore(pickUp.on())) {
            Days.look("delivery/on", delivery.on(), wish, findings);
        }
    }

    private boolean isOver(Window window, Wish wish) {
        LocalDate today = wish.today();
        LocalTime end = window.until();
        var now = LocalDateTime.ofInstant(clock.instant(), wish.site().timeZone());
        return end != null && window.on().equals(today) && !today.atTime(end).isAfter(now);
    }
}
