package com.gmservices.identity.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Without transactions: each page reads its session by one statement, and a session whose attributes were half
     * written by a crash is one in which nobody has signed in.
     */
    @Bean
    JdbcIndexedSessionRepository storedSessions(JdbcTemplate jdbc) {
        var sessions = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        sessions.setTableName("identity.session");
        sessions.setDefaultMaxInactiveInterval(Duration.ofHours(12));
        sessions.setSessionIdGenerator(SessionConfiguration::id);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        return sessions;
    }

    /** 216 random bits, in as many letters as the column has. */
    private static String id() {
        byte[] bytes = new byte[27];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Bean
    @Primary
    QuietSessions quietSessions(JdbcIndexedSessionRepository stored) {
        return QuietSessions.over(stored);
    }

    @Bean
    CookieSerializer sessionCookies() {
        return HostCookies.session();
    }

    @Bean
    FilterRegistrationBean<QuietSessions.PerCall> sessionsPerCall() {
        var filter = new FilterRegistrationBean<>(new QuietSessions.PerCall());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
