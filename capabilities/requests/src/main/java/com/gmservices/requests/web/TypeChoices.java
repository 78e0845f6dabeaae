package com.gmservices.requests.web;

import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which types of service a page of the current tenant offers to choose from. */
@Component
class TypeChoices {

    private final ServiceLines lines;
    private final Tenants tenants;

    TypeChoices(ServiceLines lines, Tenants tenants) {
        this.lines = lines;
        this.tenants = tenants;
    }

    /** Those of its domains, and those that stand already though their domain has been switched off since. */
    Map<Domain, List<ServiceType>> with(Set<String> standing) {
        Set<Domain> domains = tenants.current().domains();
        var choices = new LinkedHashMap<Domain, List<ServiceType>>();
        for (Domain domain : Domain.values()) {
            List<ServiceType> types = lines.types(domain).stream()
                    .filter(type -> domains.contains(domain) || standing.contains(type.code()))
                    .toList();
            if (!types.isEmpty()) {
                choices.put(domain, types);
            }
        }
        return choices;
    }
}
