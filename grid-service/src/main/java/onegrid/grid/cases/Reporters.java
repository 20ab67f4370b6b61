package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names and phones of reporters: AES-256-GCM with the case's id bound in, so a row cannot be moved to another case. */
@ApplicationScoped
class Reporters {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte KEY_VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_SECRET = 32;

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;
    private final SecretKey key;

    Reporters(EntityManager database, @ConfigProperty(name = "onegrid.reporter-key") String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("onegrid.reporter-key needs at least 32 characters");
        }
        this.database = database;
        this.key = key(secret);
    }

    /** In the clear: only for the answer to an unmasking and for making the masked form. */
    record Plain(String name, String phone, boolean confidential) {}

    void keep(UUID caseId, String name, String phone, boolean confidential) {
        var reporter = new Reporter();
        reporter.caseId = caseId;
        reporter.name = seal(caseId, name);
        reporter.phone = seal(caseId, phone);
        reporter.confidential = confidential;
        database.persist(reporter);
    }

    Optional<Plain> of(UUID caseId) {
        return Optional.ofNullable(database.find(Reporter.class, caseId))
                .map(r -> new Plain(open(caseId, r.name), open(caseId, r.phone), r.confidential));
    }

    byte[] seal(UUID caseId, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, caseId)
                    .doFinal(text.strip().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(KEY_VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a reporter could not be encrypted", e);
        }
    }

    String open(UUID caseId, byte[] sealed) {
        if (sealed == null) {
            return null;
        }
        try {
            var nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE);
            var plain =
                    cipher(Cipher.DECRYPT_MODE, nonce, caseId).doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a reporter could not be decrypted: wrong onegrid.reporter-key?", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID caseId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(caseId.toString().getBytes(StandardCharsets.US_ASCII));
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
