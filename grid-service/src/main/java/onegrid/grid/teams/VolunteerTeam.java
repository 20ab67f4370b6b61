package onegrid.grid.teams;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A team of volunteers at any node, from the district down to a building. Its leader is a post and its members are a
 * number: who they are stays with the organisation that sends them. A dissolved team stays readable.
 */
@Entity
class VolunteerTeam {
    @Id
    UUID id = UUID.randomUUID();

    String gridCode;
    String name;

    @Enumerated(EnumType.STRING)
    TeamKind kind;

    String leaderPost;
    int members;
    Instant formedAt;
    Instant dissolvedAt;
    String dissolvedWhy;

    @Version
    long version;
}
