package onegrid.gateway.clients;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.kit.problem.Problem;

/**
 * Who a client is, what it may do and how much.
 *
 * @param clientId what it calls itself when it asks for a token; said once, when it is made
 * @param roles as those of posts, never one of an administrator or a desk; services decide by them
 * @param unit code of the unit whose part it sees; needed with the role unit
 * @param gridScope prefixes of grid codes
 * @param areas rights such as {@code cases:read}
 * @param perMinute calls in any minute, of one replica of the gateway
 * @param perDay calls of a calendar day, of all replicas
 */
record Rights(
        @Pattern(
                regexp = "(?!onegrid)[a-z][a-z0-9-]{2,39}",
                message = "is 3 to 40 small letters, digits and hyphens, begins with a letter and not with onegrid")
        String clientId,

        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 100) String organisation,

        @NotEmpty @Size(max = 5)
        List<
                        @NotNull
                        @Pattern(
                                regexp = "district-system|unit|property|party|new-sector",
                                message = "is district-system, unit, property, party or new-sector")
                        String>
                roles,

        @Pattern(regexp = "[A-Za-z0-9-]{0,40}", message = "is the code of a unit")
        String unit,

        @NotEmpty @Size(max = 50)
        List<@NotNull @Pattern(regexp = "[0-9]{6,19}", message = "is 6 to 19 digits") String> gridScope,

        @NotEmpty @Size(max = 20) List<@NotNull String> areas,
        @NotNull @Min(1) @Max(60_000) Integer perMinute,
        @NotNull @Min(1) @Max(10_000_000) Integer perDay,
        @Future OffsetDateTime expiresAt) {

    /** For the audit trail. */
    String words() {
        return "roles %s, unit %s, scope %s, areas %s, %d a minute, %d a day, until %s"
                .formatted(roles, unit, gridScope, areas, perMinute, perDay, expiresAt);
    }

    /** What the fields say of one another. */
    void check(String district) {
        if (roles.contains("unit") && (unit == null || unit.isBlank())) {
            throw Problem.invalid("unit", "is needed with the role unit");
        }
        for (var area : areas) {
            if (!ApiArea.rights().contains(area)) {
                throw Problem.invalid("areas", "may hold " + String.join(", ", ApiArea.rights()));
            }
        }
        for (var prefix : gridScope) {
            if (!prefix.startsWith(district)) {
                throw Problem.invalid("gridScope", "lies in the district: begins with " + district);
            }
        }
    }
}
