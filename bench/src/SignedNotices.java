import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Prints so many notices as Paystack signs them under this key: a signature and a body to a line. */
class SignedNotices {

    public static void main(String[] args) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(args[0].getBytes(UTF_8), "HmacSHA512"));
        var lines = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            String body =
                    "{\"event\":\"transfer.success\",\"data\":{\"id\":%d,\"reference\":\"bench-%d\"}}".formatted(i, i);
            lines.append(HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8))))
                    .append(' ')
                    .append(body)
                    .append('\n');
        }
        System.out.print(lines);
    }
}
