package com.gmservices.gateway;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The proxies of {@code GM_TRUSTED_PROXIES}, addresses with commas between them, may say for whom they ask
 * ({@code X-Forwarded-For}) and whether that was over TLS ({@code X-Forwarded-Proto}). From everybody else both are
 * ignored, and under which name we are reached is said by {@code GM_BASE_URL} alone.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final String proxies;

    TrustedProxies(@Value("${gm.trusted-proxies:}") String proxies) {
        this.proxies = proxies.strip();
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!proxies.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(Arrays.stream(proxies.split("\\s*,\\s*"))
                    .map(TrustedProxies::pattern)
                    .collect(Collectors.joining("|")));
            valve.setTrustedProxies(null);
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    private static String pattern(String proxy) {
        try {
            return Pattern.quote(InetAddress.ofLiteral(proxy).getHostAddress());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("GM_TRUSTED_PROXIES has addresses such as 10.0.0.7, not " + proxy, e);
        }
    }
}
