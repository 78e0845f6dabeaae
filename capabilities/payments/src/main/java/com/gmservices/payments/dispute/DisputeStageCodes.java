package com.gmservices.payments.dispute;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A stage stands in addresses as it stands in JSON: {@code ?stage=needs_response}. */
@Component
final class DisputeStageCodes implements Converter<String, DisputeStage> {

    @Override
    public DisputeStage convert(String code) {
        return DisputeStage.of(code);
    }
}
