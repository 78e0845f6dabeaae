package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlySeenTests {

    private final RecentlySeen<String, String> names = new RecentlySeen<>(10);

    @Test
    void looksUpOnce() {
        names.get("harbour", slug -> "Harbour Garage");

        assertThat(names.get("harbour", slug -> "another")).isEqualTo("Harbour Garage");
    }

    @Test
    void looksUpAgainWhatWasForgotten() {
        names.get("harbour", slug -> "Harbour Garage");
        names.forget("harbour");

        assertThat(names.get("harbour", slug -> "Harbour Motors")).isEqualTo("Harbour Motors");
    }

    @Test
    void letsTwoLookAtOnce() {
        String outer = names.get("harbour", slug -> names.get("harbour", again -> "Harbour Garage"));

        assertThat(outer).isEqualTo("Harbour Garage");
    }

    @Test
    void doesNotKeepWhatChangedWhileItLooked() {
        names.get("harbour", slug -> {
            names.forgetAll();
            return "Harbour Garage";
        });

        assertThat(names.get("harbour", slug -> "Harbour Motors")).isEqualTo("Harbour Motors");
    }
}
