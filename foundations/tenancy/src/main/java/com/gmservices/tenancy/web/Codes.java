package com.gmservices.tenancy.web;

import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Role;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Roles and domains stand in addresses as they stand in JSON: {@code ?role=staff}. */
final class Codes {

    private Codes() {}

    @Component
    static final class OfRoles implements Converter<String, Role> {

        @Override
        public Role convert(String code) {
            return Role.of(code);
        }
    }

    @Component
    static final class OfDomains implements Converter<String, Domain> {

        @Override
        public Domain convert(String code) {
            return Domain.of(code);
        }
    }
}
