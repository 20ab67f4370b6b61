package onegrid.gateway.clients;

import java.time.Instant;
import java.util.List;

/**
 * A client as the door needs it.
 *
 * @param areas rights such as {@code cases:read}
 * @param rightsAt tokens issued before do not count
 */
public record Registered(
        String clientId,
        List<String> areas,
        int perMinute,
        int perDay,
        boolean active,
        Instant expiresAt,
        Instant rightsAt) {

    public boolean holdsAt(Instant now) {
        return active && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** @param right null: an address that no client may use */
    public boolean may(String right) {
        return right != null && areas.contains(right);
    }

    /** A token's own second is as fine as its time of issue gets. */
    public boolean isFrom(long issuedAt) {
        return issuedAt >= rightsAt.getEpochSecond();
    }
}
