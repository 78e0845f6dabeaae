package com.gmservices.portability;

import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Keeps files in memory, and breaks down as often as it is told to. */
@Component
class Holds implements TenantFiles {

    final Map<TenantId, Map<String, byte[]>> byTenant = new ConcurrentHashMap<>();
    final AtomicInteger faults = new AtomicInteger();

    Map<String, byte[]> of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, key -> new TreeMap<>());
    }

    @Override
    public String folder() {
        return "holds";
    }

    @Override
    public void each(TenantId tenant, Visitor visitor) throws IOException {
        breakDown();
        for (Map.Entry<String, byte[]> file : of(tenant).entrySet()) {
            visitor.file(file.getKey(), file.getValue().length, () -> new ByteArrayInputStream(file.getValue()));
        }
    }

    @Override
    public void eachOf(TenantId tenant, Set<MemberId> people, Visitor visitor) throws IOException {
        for (Map.Entry<String, byte[]> file : of(tenant).entrySet()) {
            if (people.stream().anyMatch(person -> file.getKey().startsWith(person.toString()))) {
                visitor.file(file.getKey(), file.getValue().length, () -> new ByteArrayInputStream(file.getValue()));
            }
        }
    }

    @Override
    public void restore(TenantId tenant, String name, long size, InputStream content) throws IOException {
        breakDown();
        byte[] bytes = content.readAllBytes();
        if (bytes.length != size) {
            throw new IOException("Another size than was said");
        }
        of(tenant).put(name, bytes);
    }

    @Override
    public void erase(TenantId tenant, Set<MemberId> people) throws IOException {
        breakDown();
        of(tenant).keySet().removeIf(name -> people.stream().anyMatch(person -> name.startsWith(person.toString())));
    }

    @Override
    public void deleteAll(TenantId tenant) throws IOException {
        breakDown();
        of(tenant).clear();
    }

    private void breakDown() throws IOException {
        if (faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("The hold is jammed");
        }
    }
}
