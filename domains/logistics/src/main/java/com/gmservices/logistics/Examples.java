package com.gmservices.logistics;

import com.gmservices.logistics.PackageDelivery.Parcel;
import com.gmservices.logistics.RouteOptimization.Stop;
import com.gmservices.logistics.RouteOptimization.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Details as a customer might fill them in on a day; they are accepted as they stand. */
final class Examples {

    private Examples() {}

    static PackageDelivery packageDelivery(LocalDate today) {
        return new PackageDelivery(
                new Party("Amara Okafor", "+234 803 555 0142", "12 Marina", "Lagos", "Blue gate, ring twice", null),
                new Party("Musa Bello", "+234 805 555 0199", "4 Aminu Kano Crescent, Wuse 2", "Abuja", null, null),
                List.of(
                        parcel("Books", "11.2", 40, 30, 30, false, "85000"),
                        parcel("Glass lamp", "2.4", 30, 20, 20, true, "120000")),
                List.of(),
                new Window(today.plusDays(1), time(9), time(12)),
                new Window(today.plusDays(3), null, time(17)));
    }

    static SupplyChain supplyChain(LocalDate today) {
        return new SupplyChain(
                SupplyChain.Movement.INBOUND,
                new Party("Kano Rice Mills", "+234 802 555 0117", "18 Club Road", "Kano", "Dock 3", null),
                List.of(
                        new SupplyChain.Item("Rice, 50 kg", "RICE-50", BigDecimal.valueOf(120), SupplyChain.Unit.BAGS),
                        new SupplyChain.Item("Groundnut oil", null, new BigDecimal("1.5"), SupplyChain.Unit.TONNES)),
                today.plusDays(4),
                new SupplyChain.Destination("Ikeja store", "27 Allen Avenue", "Ikeja", null),
                today.plusDays(9),
                SupplyChain.Temperature.AMBIENT,
                SupplyChain.Incoterm.FCA);
    }

    static InventoryTracking inventoryTracking(LocalDate today) {
        return new InventoryTracking(
                InventoryTracking.Kind.CYCLE,
                new InventoryTracking.Store("Ikeja store", "27 Allen Avenue", "Ikeja", "Aisles 4 to 6"),
                List.of(
                        new InventoryTracking.Item("RICE-50", "Rice, 50 kg", BigDecimal.valueOf(96)),
                        new InventoryTracking.Item("OIL-5", "Groundnut oil, 5 l", BigDecimal.valueOf(240))),
                40,
                today.plusDays(2),
                time(7),
                true,
                InventoryTracking.Discrepancies.RECOUNT);
    }

    static RouteOptimization routeOptimization(LocalDate today) {
        return new RouteOptimization(
                new RouteOptimization.Depot("27 Allen Avenue", "Ikeja"),
                today.plusDays(1),
                time(8),
                time(17),
                RouteOptimization.LoadUnit.KILOGRAMS,
                List.of(
                        new Vehicle("Van 1", BigDecimal.valueOf(800)),
                        new Vehicle("Motorcycle", BigDecimal.valueOf(60))),
                List.of(
                        stop("Mama Put", "5 Opebi Road", "Ikeja", 120, time(9), time(11), 15),
                        stop(null, "44 Adeola Odeku Street", "Victoria Island", 35, null, time(15), null),
                        stop("Bello Stores", "2 Herbert Macaulay Way", "Yaba", 410, null, null, 30)));
    }

    private static Parcel parcel(
            String contents, String kilograms, int length, int width, int height, boolean fragile, String value) {
        return new Parcel(
                contents,
                new BigDecimal(kilograms),
                BigDecimal.valueOf(length),
                BigDecimal.valueOf(width),
                BigDecimal.valueOf(height),
                fragile,
                new BigDecimal(value));
    }

    private static Stop stop(
            @Nullable String name,
            String street,
            String town,
            int load,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            @Nullable Integer minutes) {
        return new Stop(name, street, town, BigDecimal.valueOf(load), from, until, minutes);
    }

    private static LocalTime time(int hour) {
        return LocalTime.of(hour, 0);
    }
}
