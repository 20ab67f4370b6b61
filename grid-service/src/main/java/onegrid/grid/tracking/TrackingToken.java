package onegrid.grid.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import onegrid.kit.text.Sha256;

/** What a reporter without account keeps: 10 characters, 50 bits, told once; only its SHA-256 is stored. */
public record TrackingToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final int LENGTH = 10;

    public static TrackingToken fresh() {
        var text = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            text.append(BASE32[RANDOM.nextInt(BASE32.length)]);
        }
        return new TrackingToken(text.toString());
    }

    public String hash() {
        return Sha256.of(text);
    }

    /** Takes the same time whether the first or the last character is wrong. */
    public static boolean fits(String text, String hash) {
        var given = text == null ? "" : text.strip().toUpperCase(java.util.Locale.ROOT);
        return MessageDigest.isEqual(
                new TrackingToken(given).hash().getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }
}
