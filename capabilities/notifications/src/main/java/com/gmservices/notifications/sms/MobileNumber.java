package com.gmservices.notifications.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A number that a text message can reach, as E.164, and the country whose operators are paid for it. */
public record MobileNumber(String e164, String country) {

    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();

    /** @param home the country of numbers that are written without one */
    public static Optional<MobileNumber> of(String typed, String home) {
        try {
            PhoneNumber number = PLAN.parse(typed.startsWith("00") ? "+" + typed.substring(2) : typed, home);
            return PLAN.isValidNumber(number) && takesText(PLAN.getNumberType(number))
                    ? Optional.of(new MobileNumber(
                            PLAN.format(number, PhoneNumberFormat.E164),
                            String.valueOf(PLAN.getRegionCodeForNumber(number))))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Numbers that cost the caller dear are what toll fraud lives on. */
    private static boolean takesText(PhoneNumberType type) {
        return switch (type) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, UNKNOWN -> true;
            case FIXED_LINE, TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PAGER, UAN, VOICEMAIL -> false;
        };
    }
}
