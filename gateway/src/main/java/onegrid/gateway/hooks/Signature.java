package onegrid.gateway.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code webhook-signature} of Standard Webhooks: HMAC-SHA256 over id, time and body, one word for each secret. */
final class Signature {
    private static final String SCHEME = "v1,";

    private Signature() {}

    static String of(List<String> secrets, String id, Instant at, String body) {
        var signed = id + "." + at.getEpochSecond() + "." + body;
        return secrets.stream().map(secret -> SCHEME + hmac(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String hmac(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.substring(secret.indexOf('_') + 1));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
