package com.gmservices.requests;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Details with every kind of field that a form can have. */
public record HaulOut(
        @NotBlank @Size(max = 60) String boat,

        @NotNull @DecimalMin("1.5") @DecimalMax("60") @Ask(unit = "m")
        BigDecimal length,

        @Min(0) @Max(7) @Nullable Integer masts,
        @NotNull Hull hull,
        @NotEmpty List<Job> jobs,
        @Nullable Boolean insured,
        @Nullable LocalDate neededBy,
        @Nullable LocalTime highWater,

        @Size(max = 500) @Ask(lines = 4) @Nullable String story,

        @NotNull @Valid Mooring mooring,
        @Valid @Ask(folded = true) @Nullable Engine engine,
        @Size(max = 3) List<@Valid @NotNull Spare> spares) {

    public enum Hull {
        WOOD,
        STEEL,
        PLASTIC
    }

    public enum Job {
        WASH,
        ANTIFOULING,
        ZINC
    }

    public record Mooring(
            @NotBlank @Size(max = 40) String harbour,
            @Sensitive @Nullable String berthNumber) {}

    public record Engine(
            @NotBlank String make, @Min(1) @Nullable Integer horsePower) {}

    public record Spare(
            @NotBlank String name, @NotNull @Min(1) Integer quantity) {}

    public HaulOut {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
        spares = spares == null ? List.of() : List.copyOf(spares);
    }

    public static HaulOut example(LocalDate today) {
        return new HaulOut(
                "Albatross",
                new BigDecimal("11.4"),
                2,
                Hull.WOOD,
                List.of(Job.WASH, Job.ZINC),
                true,
                today.plusDays(14),
                LocalTime.of(6, 30),
                "She touched a sandbank.",
                new Mooring("Apapa", "C 12"),
                new Engine("Volvo", 40),
                List.of(new Spare("Anode", 3)));
    }
}
