package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.database.CannotStart;
import com.gmservices.database.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class LinksTests {

    private static Links links(String env, @Nullable String base) {
        return new Links(base, 8000, Deployment.of(new MockEnvironment().withProperty("gm.env", env)));
    }

    @Test
    void startWithTheAddressOfTheSite() {
        assertThat(links("production", "https://services.example.com/").platform("/sign-in"))
                .hasToString("https://services.example.com/sign-in");
        assertThat(links("development", null).platform("/sign-in")).hasToString("http://localhost:8000/sign-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://services.example.com", "services.example.com", "https://", "ftp://x", "https://a b"})
    void inProductionTheyAreSecure(String base) {
        assertThatThrownBy(() -> links("production", base))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("In production GM_BASE_URL begins with https://")
                .hasMessageNotContaining("\n");
    }

    @Test
    void productionIsNamed() {
        assertThatThrownBy(() -> links("production", null)).isInstanceOf(CannotStart.class);
    }
}
