package com.gmservices.payments.reconciliation;

import com.gmservices.payments.reconciliation.Difference.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A status stands in addresses as it stands in JSON. */
@Component
final class StatusCodes implements Converter<String, @Nullable Status> {

    @Override
    public @Nullable Status convert(String code) {
        return code.isEmpty() ? null : Status.of(code);
    }
}
