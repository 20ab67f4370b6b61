package onegrid.gateway.hooks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * A subscription as its owner and the operator see it; the secret is told once, when it is made.
 *
 * @param registeredBy the post
 * @param oldSecretUntil the secret before the last rotation signs too until then; null when it is over
 * @param secret only in the answer that made it
 */
record SubscriptionView(
        UUID id,
        String name,
        String url,
        Subscription.Mode mode,
        List<String> eventTypes,
        List<String> gridCodes,
        String role,
        String unit,
        List<String> gridScope,
        String registeredBy,
        Subscription.State state,
        String stateReason,
        OffsetDateTime createdAt,
        OffsetDateTime secretSince,
        OffsetDateTime oldSecretUntil,
        Health.Figures figures,
        String secret,
        List<String> allowed,
        long version)
        implements Versioned {
    static SubscriptionView of(Subscription s, Health.Figures figures, String secret, Instant now) {
        return new SubscriptionView(
                s.id,
                s.name,
                s.url,
                s.mode,
                s.eventTypes,
                s.gridCodes,
                s.role,
                s.unit,
                s.gridScope,
                s.ownerPost,
                s.state,
                s.stateReason,
                Zone.at(s.createdAt),
                Zone.at(s.secretSince),
                s.oldSecretUntil == null || !now.isBefore(s.oldSecretUntil) ? null : Zone.at(s.oldSecretUntil),
                figures,
                secret,
                s.allowed(),
                s.version);
    }
}
