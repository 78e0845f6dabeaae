package com.gmservices.notifications.sms;

/** Of how many parts a text message is, each of which is paid for (3GPP TS 23.038). */
final class Segments {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€";

    private Segments() {}

    static int of(String text) {
        int septets = 0;
        for (int at = 0; at < text.length(); at++) {
            char it = text.charAt(at);
            if (BASIC.indexOf(it) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(it) >= 0) {
                septets += 2;
            } else {
                return parts(text.length(), 70, 67);
            }
        }
        return parts(septets, 160, 153);
    }

    private static int parts(int length, int alone, int each) {
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
