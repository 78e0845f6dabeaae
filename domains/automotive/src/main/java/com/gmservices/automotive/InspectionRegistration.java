package com.gmservices.automotive;

import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look at a car for the authorities or a buyer, or its papers. */
record InspectionRegistration(
        @NotNull(message = "{automotive.invalid.vehicle}") @Valid
        Vehicle vehicle,

        @NotNull(message = "{automotive.invalid.inspection}")
        Kind kind,

        @Nullable LocalDate expiresOn,
        @Nullable LocalDate neededBy,
        @Nullable LastResult lastResult,

        @Size(max = 20, message = "{automotive.invalid.many}")
        List<@Valid Defect> previousDefects,

        List<Paper> papers)
        implements GarageJob {

    enum Kind {
        ROADWORTHINESS,
        EMISSIONS,
        PRE_PURCHASE,
        FIRST_REGISTRATION,
        RENEWAL,
        CHANGE_OF_OWNER
    }

    enum LastResult {
        PASSED,
        PASSED_WITH_ADVISORIES,
        FAILED,
        NEVER_INSPECTED
    }

    /** Which papers will be there. */
    enum Paper {
        REGISTRATION,
        LAST_REPORT,
        INSURANCE,
        PROOF_OF_OWNERSHIP,
        OWNERS_ID
    }

    record Defect(
            @NotBlank(message = "{automotive.invalid.defect}") @Size(max = 200, message = "{automotive.invalid.long}")
            String defect,

            @Nullable Severity severity,
            @Nullable Boolean repaired) {

        enum Severity {
            ADVISORY,
            MINOR,
            MAJOR,
            DANGEROUS
        }

        Defect {
            defect = Typed.line(defect);
        }

        boolean isOpenDanger() {
            return severity == Severity.DANGEROUS && !Boolean.TRUE.equals(repaired);
        }
    }

    InspectionRegistration {
        previousDefects = Typed.list(previousDefects);
        papers = Typed.list(papers);
    }
}
