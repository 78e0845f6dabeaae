package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0|Edge|Windows
                    Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36|Chrome|Android
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15|Safari|macOS
                    Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 FxiOS/130.0 Safari/605.1.15|Firefox|iPad
                    curl/8.5.0|curl|
                    okhttp/4.12.0|okhttp|
                    <script>alert(1)</script>||
                    ''||
                    """)
    void itsNameIsInItsUserAgent(String userAgent, String name, String system) {
        assertThat(Device.of(userAgent == null ? "" : userAgent)).isEqualTo(new Device(name, system));
    }
}
