package com.gmservices.requests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.util.Collection;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Words that were there within the last hour: a request that brings no other has nobody write them down again. */
final class KnownWords {

    private final Cache<Word, Boolean> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Word(TenantId tenant, String word) {}

    boolean are(TenantId tenant, Collection<String> words) {
        return words.stream().allMatch(word -> known.getIfPresent(new Word(tenant, word)) != null);
    }

    void areOnceCommitted(TenantId tenant, Collection<String> words) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                words.forEach(word -> known.put(new Word(tenant, word), true));
            }
        });
    }
}
