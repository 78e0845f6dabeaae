package com.gmservices.payments;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A status stands in addresses as it stands in JSON: {@code ?status=requires_action}. */
@Component
final class PaymentStatusCodes implements Converter<String, @Nullable PaymentStatus> {

    @Override
    public @Nullable PaymentStatus convert(String code) {
        return code.isEmpty() ? null : PaymentStatus.of(code);
    }
}
