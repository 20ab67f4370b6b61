package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import onegrid.kit.text.SealedText;

/**
 * Secrets that receivers check signatures with: {@code whsec_} and 32 random bytes in Base64, shown once. At rest they
 * are sealed with the subscription's id bound in.
 */
@ApplicationScoped
class HookSecrets {
    private static final String PREFIX = "whsec_";

    private final SecureRandom random = new SecureRandom();
    private final SealedText sealed;

    HookSecrets(HookSettings settings) {
        this.sealed = new SealedText("onegrid.hooks.key", settings.key());
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
        return sealed.seal(subscription, secret);
    }

    String open(UUID subscription, byte[] secret) {
        return sealed.open(subscription, secret);
    }
}
