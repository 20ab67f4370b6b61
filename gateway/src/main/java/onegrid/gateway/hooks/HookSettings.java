package onegrid.gateway.hooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are delivered. */
@ConfigMapping(prefix = "onegrid.hooks")
interface HookSettings {
    /** Seals the receivers' secrets at rest; at least 32 characters. */
    String key();

    /**
     * Exceptions of {@link Targets}: {@code host}, {@code address} or {@code address/bits}, each with {@code :port} or
     * without. Only these may be in a private network, and only to these is plain http spoken.
     */
    Optional<List<String>> allowedTargets();

    /** Pauses after the first, second … failure; the last one repeats. Each is lengthened or cut by up to a fifth. */
    @WithDefault("5S,30S,2M,10M,30M,1H,3H,6H")
    List<Duration> pauses();

    /** After this time an event that was not taken is given up and shown as failed. */
    @WithDefault("72H")
    Duration giveUpAfter();

    /** How long events, deliveries and attempts are kept: so far back reaches a replay. */
    @WithDefault("336H")
    Duration kept();

    @WithDefault("3S")
    Duration connectTimeout();

    /** From the first byte sent until the answer is there. */
    @WithDefault("10S")
    Duration answerTimeout();

    /** Deliveries of one subscription under way at once, per replica. */
    @WithDefault("4")
    int atOnce();

    @WithDefault("20")
    int perOwner();

    /** Most events of one replay; the answer says where to go on. */
    @WithDefault("20000")
    int replayAtMost();

    /** A rotated secret goes on signing beside the new one for so long. */
    @WithDefault("24H")
    Duration oldSecretFor();
}
