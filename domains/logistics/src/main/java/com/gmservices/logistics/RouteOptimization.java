package com.gmservices.logistics;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day's stops and the vehicles for them: who drives where, and in which order, is to be found. */
record RouteOptimization(
        @NotNull(message = "{logistics.invalid.depot}") @Valid
        Depot depot,

        @NotNull(message = "{logistics.invalid.day}") LocalDate on,

        @NotNull(message = "{logistics.invalid.time}") LocalTime dayStarts,

        @NotNull(message = "{logistics.invalid.time}") LocalTime dayEnds,

        @NotNull(message = "{logistics.invalid.loads-in}") LoadUnit loadsIn,

        @NotEmpty(message = "{logistics.invalid.vehicles}") @Size(max = 20, message = "{logistics.invalid.many}")
        List<@Valid Vehicle> vehicles,

        @NotEmpty(message = "{logistics.invalid.stops}") @Size(max = MOST_STOPS, message = "{logistics.invalid.many}")
        List<@Valid Stop> stops)
        implements Job {

    static final int MOST_STOPS = 100;

    enum LoadUnit {
        KILOGRAMS,
        PARCELS,
        PALLETS,
        LITRES,
        CUBIC_METRES
    }

    record Depot(
            @NotBlank(message = "{logistics.invalid.street}")
            @Size(max = 160, message = "{logistics.invalid.long}")
            @Ask(autocomplete = "street-address")
            String street,

            @NotBlank(message = "{logistics.invalid.town}")
            @Size(max = 80, message = "{logistics.invalid.long}")
            @Ask(autocomplete = "address-level2")
            String town) {

        Depot {
            street = Typed.line(street);
            town = Typed.line(town);
        }

        String text() {
            return new Spot(street, town, null).text();
        }
    }

    record Vehicle(
            @NotBlank(message = "{logistics.invalid.vehicle}") @Size(max = 60, message = "{logistics.invalid.long}")
            String name,

            @NotNull(message = "{logistics.invalid.capacity}")
            @DecimalMin(value = "0.001", message = "{logistics.invalid.capacity}")
            @DecimalMax(value = "1000000", message = "{logistics.invalid.capacity}")
            BigDecimal capacity) {

        Vehicle {
            name = Typed.line(name);
            capacity = Figure.of(capacity, DECIMALS);
        }
    }

    /** @param serviceMinutes from stopping to driving on */
    record Stop(
            @Size(max = 100, message = "{logistics.invalid.long}") @Nullable
            String name,

            @NotBlank(message = "{logistics.invalid.street}") @Size(max = 160, message = "{logistics.invalid.long}")
            String street,

            @NotBlank(message = "{logistics.invalid.town}") @Size(max = 80, message = "{logistics.invalid.long}")
            String town,

            @NotNull(message = "{logistics.invalid.load}")
            @DecimalMin(value = "0", message = "{logistics.invalid.load}")
            @DecimalMax(value = "1000000", message = "{logistics.invalid.load}")
            BigDecimal load,

            @Nullable LocalTime from,
            @Nullable LocalTime until,

            @Min(value = 0, message = "{logistics.invalid.service}")
            @Max(value = 480, message = "{logistics.invalid.service}")
            @Ask(unit = "min")
            @Nullable
            Integer serviceMinutes) {

        private static final int USUAL_MINUTES = 10;

        Stop {
            name = Typed.optional(name);
            street = Typed.line(street);
            town = Typed.line(town);
            load = Figure.of(load, DECIMALS);
        }

        int minutes() {
            return serviceMinutes == null ? USUAL_MINUTES : serviceMinutes;
        }

        boolean endsBeforeItBegins() {
            return from != null && until != null && !from.isBefore(until);
        }

        String text() {
            return Stream.of(name, street, town).filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }

    private static final int DECIMALS = 3;

    RouteOptimization {
        vehicles = Typed.list(vehicles);
        stops = Typed.list(stops);
    }

    BigDecimal load() {
        return stops.stream().map(Stop::load).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal capacity() {
        return vehicles.stream().map(Vehicle::capacity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal largestCapacity() {
        return vehicles.stream().map(Vehicle::capacity).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    Duration day() {
        return Duration.between(dayStarts, dayEnds);
    }

    /** Spent standing, by all vehicles together. */
    Duration service() {
        return Duration.ofMinutes(stops.stream().mapToInt(Stop::minutes).sum());
    }
}
