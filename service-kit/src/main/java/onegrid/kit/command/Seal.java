package onegrid.kit.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer may hold what only its caller may know, such as a tracking token. It lies sealed (AES-256-GCM) under the
 * caller's own Idempotency-Key, of which the table has no more than a digest: the table alone opens nothing.
 */
final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String caller;
    private final String key;

    Seal(String caller, String key) {
        this.caller = caller;
        this.key = key;
    }

    /** What the table knows the key by. */
    String name() {
        return HexFormat.of().formatHex(digest("name"));
    }

    byte[] close(String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var closed = cipher(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    String open(byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE);
        var opened = cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
        return new String(opened, StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an answer could not be sealed or opened", e);
        }
    }

    private byte[] digest(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((caller + "|" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
