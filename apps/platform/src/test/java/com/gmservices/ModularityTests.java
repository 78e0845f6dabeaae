package com.gmservices;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(Platform.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    /** Into {@code target/spring-modulith-docs}. */
    @Test
    void writesTheModuleDiagrams() {
        new Documenter(MODULES).writeDocumentation();
    }
}
