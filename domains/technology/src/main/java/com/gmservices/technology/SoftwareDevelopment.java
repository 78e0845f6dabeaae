package com.gmservices.technology;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Software to be made or changed, told by those who will use it. */
record SoftwareDevelopment(
        @NotNull(message = "{technology.invalid.kind}") Kind kind,

        @NotBlank(message = "{technology.invalid.purpose}")
        @Size(max = 1000, message = "{technology.invalid.long}")
        @Ask(lines = 3)
        String purpose,

        @NotBlank(message = "{technology.invalid.scope}")
        @Size(max = 4000, message = "{technology.invalid.long}")
        @Ask(lines = 6)
        String scope,

        @NotEmpty(message = "{technology.invalid.platforms}")
        List<Platform> platforms,

        @Valid @Nullable ExistingSystem existingSystem,

        @Size(max = 300, message = "{technology.invalid.long}") @Nullable
        String integrations,

        @Size(max = 200, message = "{technology.invalid.long}") @Nullable
        String stack,

        @Nullable Boolean personalData,
        @Valid @Nullable Budget budget,
        @Nullable LocalDate deadline)
        implements Brief {

    enum Kind {
        SOMETHING_NEW,
        EXTENSION,
        REPLACEMENT,
        CONNECTION
    }

    enum Platform {
        WEB,
        ANDROID,
        IOS,
        WINDOWS,
        MACOS,
        LINUX,
        UNDECIDED
    }

    record ExistingSystem(
            @NotBlank(message = "{technology.invalid.existing-system}")
            @Size(max = 500, message = "{technology.invalid.long}")
            @Ask(lines = 2)
            String description,

            @Nullable SourceCode sourceCode) {

        enum SourceCode {
            CUSTOMER_HAS_IT,
            MAKER_HAS_IT,
            UNKNOWN
        }

        ExistingSystem {
            description = Typed.words(description);
        }
    }

    SoftwareDevelopment {
        purpose = Typed.words(purpose);
        scope = Typed.words(scope);
        platforms = Typed.list(platforms);
        integrations = Typed.optional(integrations);
        stack = Typed.optional(stack);
    }

    /** What it must be able to do, a line each, without what people put before the lines of a list. */
    List<String> features() {
        return scope.lines()
                .map(line -> Typed.line(line.replaceFirst("^\\s*([-*•–]|\\d{1,2}[.)])\\s+", "")))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean buildsOnWhatIsThere() {
        return kind != Kind.SOMETHING_NEW;
    }

    /** Nobody can change a program that only somebody else can read. */
    boolean lacksSourceCode() {
        return kind == Kind.EXTENSION
                && existingSystem != null
                && existingSystem.sourceCode() != ExistingSystem.SourceCode.CUSTOMER_HAS_IT;
    }
}
