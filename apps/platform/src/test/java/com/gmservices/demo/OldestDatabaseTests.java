package com.gmservices.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.PlatformDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration comes through most of what the platform asks of a database. */
@SpringBootTest(properties = {"gm.env=development", "gm.demo=true", "gm.test.database=oldest"})
class OldestDatabaseTests {

    @Autowired
    Demo demo;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Test
    void servesThePlatformAsWell() throws InterruptedException {
        demo.watch();

        assertThat(count("select current_setting('server_version_num')::int / 10000"))
                .isEqualTo(15);
        assertThat(count("select count(*) from requests.request")).isGreaterThan(80);
    }

    private int count(String query) {
        return platform.sql(query).query(Integer.class).single();
    }
}
