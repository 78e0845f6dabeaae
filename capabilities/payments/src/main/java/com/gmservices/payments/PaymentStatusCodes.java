package com.gmservices.payments;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A status stands in addresses as it stands in JSON: {@code ?status=requires_action}. */
@Component
final class PaymentStatusCodes implements Converter<String, PaymentStatus> {

    @Override
    public PaymentStatus convert(String code) {
        return PaymentStatus.of(code);
    }
}
