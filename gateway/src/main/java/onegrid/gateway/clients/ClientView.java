package onegrid.gateway.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * A client as administrators see it.
 *
 * @param callsToday calls that counted against perDay
 * @param secret only in the answer that issues it
 */
record ClientView(
        String clientId,
        String name,
        String organisation,
        List<String> roles,
        String unit,
        List<String> gridScope,
        List<String> areas,
        int perMinute,
        int perDay,
        OffsetDateTime expiresAt,
        Client.State state,
        String reason,
        OffsetDateTime createdAt,
        String createdBy,
        OffsetDateTime changedAt,
        long callsToday,
        List<SecretView> secrets,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        List<String> allowed,
        long version)
        implements Versioned {

    /** @param validUntil null: until it is rotated */
    record SecretView(
            UUID id, OffsetDateTime issuedAt, String issuedBy, OffsetDateTime validUntil, OffsetDateTime usedAt) {
        static SecretView of(Secret secret) {
            return new SecretView(
                    secret.id,
                    Zone.at(secret.issuedAt),
                    secret.issuedBy,
                    Zone.at(secret.validUntil),
                    Zone.at(secret.usedAt));
        }
    }

    static ClientView of(Client client, List<Secret> secrets, String text, long callsToday, Instant now) {
        return new ClientView(
                client.clientId,
                client.name,
                client.organisation,
                client.roles,
                client.unit,
                client.gridScope,
                client.areas,
                client.perMinute,
                client.perDay,
                Zone.at(client.expiresAt),
                client.state,
                client.reason,
                Zone.at(client.createdAt),
                client.createdBy,
                Zone.at(client.changedAt),
                callsToday,
                secrets.stream()
                        .filter(secret -> secret.holdsAt(now))
                        .map(SecretView::of)
                        .toList(),
                text,
                client.allowed(),
                client.version);
    }
}
