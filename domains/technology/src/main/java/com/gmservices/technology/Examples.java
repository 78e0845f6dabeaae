package com.gmservices.technology;

import com.gmservices.technology.HardwareProcurement.Item;
import com.gmservices.technology.ItConsulting.TimeOfDay;
import com.gmservices.technology.SoftwareDevelopment.ExistingSystem;
import com.gmservices.technology.SoftwareDevelopment.Platform;
import com.gmservices.technology.SystemMaintenance.Window;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Details as a customer might fill them in on a day; they are accepted as they stand. */
final class Examples {

    private Examples() {}

    static SoftwareDevelopment softwareDevelopment(LocalDate today) {
        return new SoftwareDevelopment(
                SoftwareDevelopment.Kind.REPLACEMENT,
                "Our 12 drivers write deliveries on paper. The office wants to see at once what has arrived.",
                """
                Drivers see their deliveries of the day
                Recipients sign on the phone
                The office sees what is late
                Works without a network and catches up later""",
                List.of(Platform.ANDROID, Platform.WEB),
                new ExistingSystem(
                        "Paper slips, typed into a spreadsheet in the evening",
                        ExistingSystem.SourceCode.CUSTOMER_HAS_IT),
                "QuickBooks for the invoices",
                null,
                null,
                new Budget(BigDecimal.valueOf(3_000_000), BigDecimal.valueOf(5_000_000)),
                today.plusMonths(4));
    }

    static ItConsulting itConsulting(LocalDate today) {
        return new ItConsulting(
                ItConsulting.Topic.CLOUD,
                "Files and mail are on a server in the office. It is six years old, and power cuts stop everybody.",
                "A plan with costs: what moves to the cloud, in which order, and what stays.",
                ItConsulting.Meeting.VIDEO,
                null,
                null,
                List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                List.of(TimeOfDay.MORNING),
                today.plusMonths(1),
                3,
                null);
    }

    static HardwareProcurement hardwareProcurement(LocalDate today) {
        return new HardwareProcurement(
                List.of(
                        new Item(6, "Laptop", "14 inch, 16 GB memory, 512 GB SSD, for accounting"),
                        new Item(2, "UPS", "1500 VA, line interactive")),
                HardwareProcurement.Condition.NEW,
                HardwareProcurement.Handover.DELIVERY,
                new Premises("27 Adeola Odeku Street", "Lagos", "Second floor, ask for Ngozi"),
                HardwareProcurement.Installation.SET_UP,
                HardwareProcurement.Warranty.EXTENDED,
                today.plusDays(21),
                new Budget(null, BigDecimal.valueOf(9_500_000)));
    }

    static SystemMaintenance systemMaintenance(LocalDate today) {
        return new SystemMaintenance(
                SystemMaintenance.Kind.PLANNED,
                "Accounting server",
                "Install the database's security update and swap the disk that reports errors.",
                SystemMaintenance.Impact.MEDIUM,
                9,
                SystemMaintenance.Urgency.MEDIUM,
                SystemMaintenance.Access.ON_SITE,
                new Premises("27 Adeola Odeku Street", "Lagos", null),
                new Window(today.plusDays(5), LocalTime.of(22, 0), today.plusDays(6), LocalTime.of(2, 0)),
                true);
    }
}
