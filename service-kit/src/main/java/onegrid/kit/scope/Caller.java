package onegrid.kit.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onegrid.kit.places.PlacesBefore;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks: the post behind the token, its roles, its part of the district and its unit. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final PlacesBefore places;

    Caller(SecurityIdentity identity, PlacesBefore places) {
        this.identity = identity;
        this.places = places;
    }

    /** The account's id, the same in every service; {@code portal} acts for residents without an account. */
    public String id() {
        return token() == null ? "anonymous" : token().getSubject();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    /** True when the caller has at least one of these roles. */
    public boolean is(String... roles) {
        return Stream.of(roles).anyMatch(identity::hasRole);
    }

    public void mustBe(String... roles) {
        if (!is(roles)) {
            throw Problem.forbidden("This needs one of the posts: " + String.join(", ", roles));
        }
    }

    /** The first role that says in what capacity somebody acts; written into histories. */
    public String role() {
        return role(identity);
    }

    public static String role(SecurityIdentity identity) {
        return Stream.of(
                        "portal",
                        "centre",
                        "supervisor",
                        "street",
                        "community",
                        "grid-head",
                        "building-head",
                        "unit",
                        "property",
                        "party",
                        "new-sector",
                        // After every post: a unit's system that also reports stays the unit where it handles.
                        "district-system",
                        "resident",
                        "system-admin",
                        "security-admin",
                        "auditor")
                .filter(identity::hasRole)
                .findFirst()
                .orElse("none");
    }

    public Scope scope() {
        var own = new Scope(strings(claim("grid_scope"))).prefixes();
        return new Scope(
                own,
                own.stream()
                        .flatMap(prefix -> places.before(prefix).stream())
                        .distinct()
                        .toList());
    }

    /** Code of the unit this post belongs to ("water", "community"), or null. */
    public String unit() {
        var unit = claim("unit");
        return unit instanceof JsonString text ? text.getString() : unit == null ? null : unit.toString();
    }

    /** The name of the post as people read it; the account's name where none is set. */
    public String post() {
        var post = claim("post");
        if (post instanceof JsonString text) {
            return text.getString();
        }
        return post != null ? post.toString() : token() == null ? "居民" : token().getName();
    }

    private Object claim(String name) {
        return token() == null ? null : token().getClaim(name);
    }

    private JsonWebToken token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? token : null;
    }

    private static List<String> strings(Object claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonArray array ->
                array.stream()
                        .filter(JsonString.class::isInstance)
                        .map(value -> ((JsonString) value).getString())
                        .toList();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case JsonString one -> List.of(one.getString());
            default -> List.of(claim.toString());
        };
    }
}
