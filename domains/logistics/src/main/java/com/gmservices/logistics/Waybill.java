package com.gmservices.logistics;

import com.gmservices.logistics.PackageDelivery.Parcel;
import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.line.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The paper that travels along: what somebody needs to know before they load, count or drive. */
@Component
class Waybill {

    private final Scales scales;
    private final MessageSource messages;

    Waybill(Scales scales, MessageSource messages) {
        this.scales = scales;
        this.messages = messages;
    }

    List<Fact> facts(String type, Job job, Currency currency) {
        var facts = new Facts("logistics", type, messages);
        switch (job) {
            case PackageDelivery delivery -> delivery(delivery, currency, facts);
            case SupplyChain order -> order(order, facts);
            case InventoryTracking count -> count(count, facts);
            case RouteOptimization plan -> plan(plan, facts);
        }
        return facts.list();
    }

    private void delivery(PackageDelivery delivery, Currency currency, Facts facts) {
        facts.text("recipient", delivery.recipient().text());
        facts.text("phone", Phone.text(delivery.recipient().phone()));
        facts.text("sender", delivery.sender().text());
        facts.text(
                "parcels",
                text("parcels", delivery.parcels().size(), Figure.text(scales.billable(delivery.parcels()))));
        facts.text("contents", list(delivery.parcels(), this::contents));
        facts.text("pick_up", window(delivery.pickUp()));
        facts.text("delivery", delivery.delivery() == null ? null : window(delivery.delivery()));
        facts.text("declared_value", value(delivery.parcels(), currency));
    }

    private void order(SupplyChain order, Facts facts) {
        facts.choice("movement", order.movement(), name(order.incoterm()));
        facts.text("supplier", order.supplier().text());
        facts.text("phone", Phone.text(order.supplier().phone()));
        facts.text("items", list(order.items(), this::item));
        facts.text("destination", order.destination().text());
        facts.date("ready_on", order.readyOn());
        facts.date("needed_by", order.neededBy());
        facts.choice("temperature", order.temperature());
    }

    private void count(InventoryTracking count, Facts facts) {
        facts.choice("kind", count.kind());
        facts.text("store", count.store().text());
        facts.text("on", window(new Window(count.on(), count.from(), null)));
        facts.text("items", list(count.items(), Waybill::item));
        facts.text("different_items", figure(count.differentItems()));
        facts.choice("discrepancies", count.discrepancies());
        if (count.isOpenMeanwhile()) {
            facts.text("open_meanwhile", text("open"));
        }
    }

    private void plan(RouteOptimization plan, Facts facts) {
        facts.text("on", window(new Window(plan.on(), plan.dayStarts(), plan.dayEnds())));
        facts.text("depot", plan.depot().text());
        facts.text("stops", text("stops", plan.stops().size(), timed(plan)));
        facts.text("load", text("load", Figure.text(plan.load()), Figure.text(plan.capacity())));
        facts.choice("loads_in", plan.loadsIn());
        facts.text(
                "vehicles",
                list(plan.vehicles(), vehicle -> vehicle.name() + " (" + Figure.text(vehicle.capacity()) + ")"));
    }

    private String contents(Parcel parcel) {
        return parcel.isFragile() ? text("fragile", parcel.contents()) : parcel.contents();
    }

    private String item(SupplyChain.Item item) {
        String name = item.sku() == null ? item.name() : item.name() + " (" + item.sku() + ")";
        String unit = "logistics.unit." + item.unit().name().toLowerCase(Locale.ROOT);
        return text("item", name, Figure.text(item.quantity()), messages.getMessage(unit, null, locale()));
    }

    private static String item(InventoryTracking.Item item) {
        String name = item.name() == null ? item.sku() : item.sku() + " " + item.name();
        return item.expected() == null ? name : name + ": " + Figure.text(item.expected());
    }

    /** A draft may still have more decimals than its currency. */
    private static @Nullable String value(List<Parcel> parcels, Currency currency) {
        return parcels.stream()
                .map(Parcel::declaredValue)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .map(value -> value.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP))
                .map(value -> Money.ofMajor(value, currency).format(locale()))
                .orElse(null);
    }

    private static long timed(RouteOptimization plan) {
        return plan.stops().stream()
                .filter(stop -> stop.from() != null || stop.until() != null)
                .count();
    }

    private String window(Window window) {
        String day = day(window.on());
        LocalTime from = window.from();
        LocalTime until = window.until();
        if (from != null && until != null) {
            return text("between", day, from, until);
        } else if (from != null) {
            return text("from", day, from);
        }
        return until == null ? day : text("until", day, until);
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()));
    }

    private static <T> String list(List<T> list, Function<T, String> words) {
        return list.stream().map(words).collect(Collectors.joining("; "));
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }

    private static @Nullable String figure(@Nullable Integer figure) {
        return figure == null ? null : Figure.text(BigDecimal.valueOf(figure));
    }

    private String text(String what, Object... arguments) {
        return messages.getMessage("logistics.card." + what, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
