package com.gmservices.payments.paystack;

import static com.gmservices.payments.paystack.Replies.good;
import static com.gmservices.payments.paystack.Replies.refused;

import com.gmservices.payments.vendor.FakeServer.Reply;
import com.gmservices.payments.vendor.FakeServer.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The banks of a country in pages with cursors, and whose account a number is. */
final class FakeBanks {

    private static final Set<String> CURRENCIES = Set.of("GHS", "KES", "NGN", "ZAR");
    private static final int PAGE = 2;
    private static final int MOST = 100;

    private static final List<Map<String, Object>> NIGERIAN = List.of(
            bank("Zenith Bank", "057", true),
            bank("Access Bank", "044", true),
            bank("Guaranty Trust Bank ", "058", true),
            bank("Bank of Yesterday", "999", false),
            bank("Zenith Bank Plc", "057", true));

    private FakeBanks() {}

    static Reply answer(Request request, String[] path) {
        return path.length == 1 ? list(request.query()) : resolve(request.query());
    }

    private static Reply list(Map<String, String> asked) {
        if (!CURRENCIES.contains(asked.getOrDefault("currency", "NGN"))) {
            return refused(400, "currency must be one of GHS, KES, NGN, ZAR", "invalid_params");
        }
        if (!asked.getOrDefault("use_cursor", "false").equals("true")
                || Integer.parseInt(asked.getOrDefault("perPage", "50")) > MOST) {
            return refused(400, "perPage must be at most 100", "invalid_params");
        }
        List<Map<String, Object>> all = Objects.equals(asked.get("currency"), "NGN") ? NIGERIAN : List.of();
        int from =
                asked.containsKey("next") ? Integer.parseInt(asked.get("next").replace("page:", "")) : 0;
        int to = Math.min(from + PAGE, all.size());
        return new Reply(
                200,
                Map.of(
                        "status",
                        true,
                        "message",
                        "Banks retrieved",
                        "data",
                        all.subList(from, to),
                        "meta",
                        meta(to < all.size() ? "page:" + to : null)));
    }

    private static Map<String, Object> meta(@Nullable String next) {
        var meta = new HashMap<String, Object>();
        meta.put("next", next);
        meta.put("previous", null);
        meta.put("perPage", PAGE);
        return meta;
    }

    private static Reply resolve(Map<String, String> asked) {
        String number = asked.getOrDefault("account_number", "");
        String code = asked.getOrDefault("bank_code", "");
        if (NIGERIAN.stream().noneMatch(bank -> code.equals(bank.get("code")))) {
            return refused(422, "Unknown bank code: " + code, "invalid_bank_code");
        }
        return number.equals("0001234567") && code.equals("058")
                ? good(
                        "Account number resolved",
                        Map.of("account_number", number, "account_name", "HARBOUR GARAGE LTD", "bank_id", 9))
                : refused(422, "Could not resolve account name. Check parameters or try again.", "invalid_params");
    }

    private static Map<String, Object> bank(String name, String code, boolean active) {
        return Map.of(
                "name",
                name,
                "slug",
                name.toLowerCase(Locale.ROOT).strip().replace(' ', '-'),
                "code",
                code,
                "country",
                "Nigeria",
                "currency",
                "NGN",
                "type",
                "nuban",
                "active",
                active,
                "is_deleted",
                !active);
    }
}
