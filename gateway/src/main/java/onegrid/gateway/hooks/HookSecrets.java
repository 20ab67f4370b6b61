package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that receivers check signatures with: {@code whsec_} and 32 random bytes in Base64, shown once. At rest
 * AES-256-GCM with the subscription's id bound in, so a row cannot be moved to another subscription.
 */
@ApplicationScoped
class HookSecrets {
    private static final String PREFIX = "whsec_";
    private static final byte KEY_VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    HookSecrets(HookSettings settings) {
        if (settings.key().length() < SHORTEST_KEY) {
            throw new IllegalStateException("onegrid.hooks.key needs at least 32 characters");
        }
        this.key = key(settings.key());
    }

    String fresh() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** Those that sign now: the present one, and for a day the one before. */
    List<String> signing(UUID subscription, byte[] secret, byte[] old, Instant oldUntil, Instant now) {
        var signing = new ArrayList<>(List.of(open(subscription, secret)));
        if (old != null && now.isBefore(oldUntil)) {
            signing.add(open(subscription, old));
        }
        return signing;
    }

    byte[] seal(UUID subscription, String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, subscription)
                    .doFinal(secret.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(KEY_VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be sealed", e);
        }
    }

    String open(UUID subscription, byte[] sealed) {
        try {
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE), subscription)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
            return new String(plain, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be opened: wrong onegrid.hooks.key?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID subscription) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(subscription.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static SecretKey key(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
