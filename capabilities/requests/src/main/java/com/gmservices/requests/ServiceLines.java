package com.gmservices.requests;

import com.gmservices.tenancy.Domain;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lines that have joined the desk, and their types of service. */
@Component
public class ServiceLines {

    private final Map<String, ServiceLine> byType = new LinkedHashMap<>();
    private final Map<String, ServiceType> types = new LinkedHashMap<>();

    ServiceLines(Collection<ServiceLine> lines) {
        lines.stream()
                .sorted(Comparator.comparing(ServiceLine::domain))
                .forEach(line -> line.types().forEach(type -> {
                    byType.put(type.code(), line);
                    types.put(type.code(), type);
                }));
    }

    List<ServiceLine> all() {
        return byType.values().stream().distinct().toList();
    }

    public Collection<ServiceType> types() {
        return types.values();
    }

    public List<ServiceType> types(Domain domain) {
        return types.values().stream()
                .filter(type -> line(type.code()).domain() == domain)
                .toList();
    }

    public Optional<ServiceType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** A type that an offering or a request already has. */
    public ServiceType type(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No line serves " + code));
    }

    public ServiceLine line(String code) {
        ServiceLine line = byType.get(code);
        if (line == null) {
            throw new IllegalStateException("No line serves " + code);
        }
        return line;
    }
}
