package com.gmservices.requests;

import com.gmservices.portability.Remnants;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words that only somebody's own requests had are no longer guessed when that person is erased. */
@Component
class SearchWords implements Remnants {

    @Override
    public void remove(JdbcClient owner, UUID tenant, UUID member) {
        owner.sql("""
                with own as (
                  select s.id, s.document from requests.request r
                  join requests.request_search s on s.tenant_id = r.tenant_id and s.id = r.id
                  where r.tenant_id = :tenant and r.customer_id = :member and s.document is not null),
                word as (select distinct unnest(tsvector_to_array(document)) as word from own)
                delete from requests.search_word w using word
                where w.tenant_id = :tenant and w.word = word.word and not exists (
                  select from requests.request_search s
                  where s.tenant_id = :tenant and s.id not in (select id from own)
                    and s.document @@ quote_literal(w.word)::tsquery)
                """).param("tenant", tenant).param("member", member).update();
    }
}
