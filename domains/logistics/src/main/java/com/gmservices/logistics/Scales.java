package com.gmservices.logistics;

import com.gmservices.logistics.PackageDelivery.Parcel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What carriers bill: the weight, or the weight that the volume stands for where that is more, in begun half kilograms.
 *
 * @param volumetricDivisor how many cubic centimetres count as a kilogram
 */
@ConfigurationProperties("gm.logistics")
record Scales(@DefaultValue("5000") int volumetricDivisor) {

    private static final BigDecimal HALVES = BigDecimal.TWO;

    Scales {
        if (volumetricDivisor <= 0) {
            throw new IllegalArgumentException("gm.logistics.volumetric-divisor must be positive");
        }
    }

    BigDecimal billable(Parcel parcel) {
        return inHalfKilograms(parcel.weight().max(volumetric(parcel)));
    }

    BigDecimal billable(List<Parcel> parcels) {
        return parcels.stream().map(this::billable).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Its size and not its weight makes the price. */
    boolean isBulky(Parcel parcel) {
        return billable(parcel).compareTo(inHalfKilograms(parcel.weight())) > 0;
    }

    private BigDecimal volumetric(Parcel parcel) {
        return parcel.volume().divide(BigDecimal.valueOf(volumetricDivisor), 6, RoundingMode.UP);
    }

    private static BigDecimal inHalfKilograms(BigDecimal kilograms) {
        return kilograms.multiply(HALVES).setScale(0, RoundingMode.CEILING).divide(HALVES, 1, RoundingMode.UNNECESSARY);
    }
}
