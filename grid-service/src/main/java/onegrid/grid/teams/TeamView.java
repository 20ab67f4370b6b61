package onegrid.grid.teams;

import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.grid.grids.Grid;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * A volunteer team as everybody may see it.
 *
 * @param leaderPost the post that leads it, never a person
 * @param members how many they are
 * @param dissolvedAt null while it exists
 */
public record TeamView(
        UUID id,
        String gridCode,
        String gridName,
        String name,
        TeamKind kind,
        String kindName,
        String leaderPost,
        int members,
        OffsetDateTime formedAt,
        OffsetDateTime dissolvedAt,
        String dissolvedWhy,
        long version)
        implements Versioned {

    static TeamView of(VolunteerTeam team, Grid grid) {
        return new TeamView(
                team.id,
                team.gridCode,
                grid.name(),
                team.name,
                team.kind,
                team.kind.title(),
                team.leaderPost,
                team.members,
                Zone.at(team.formedAt),
                Zone.at(team.dissolvedAt),
                team.dissolvedWhy,
                team.version);
    }
}
