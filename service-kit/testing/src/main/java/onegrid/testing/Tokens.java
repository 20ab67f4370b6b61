package onegrid.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Bearer tokens as Keycloak writes them: {@code Tokens.of("community").in("410212001001").unit("community").token()}. */
public final class Tokens {
    private static final KeyPair KEYS = keys();

    private final Set<String> roles;
    private List<String> scope = List.of();
    private String unit;
    private String post;
    private String account;
    private long expiresIn = 3600;

    private Tokens(String... roles) {
        this.roles = Set.of(roles);
        this.account = roles[0];
        this.post = roles[0];
    }

    /** A post with these roles; the account has the first role's name. */
    public static Tokens of(String... roles) {
        return new Tokens(roles);
    }

    public Tokens in(String... gridScope) {
        this.scope = List.of(gridScope);
        return this;
    }

    public Tokens unit(String code) {
        this.unit = code;
        return this;
    }

    public Tokens post(String name) {
        this.post = name;
        return this;
    }

    /** Another account of the same post. */
    public Tokens account(String name) {
        this.account = name;
        return this;
    }

    public Tokens expired() {
        this.expiresIn = -3600;
        return this;
    }

    public String token() {
        return sign(KEYS);
    }

    /** Signed by somebody else: must be refused. */
    public String foreign() {
        return sign(keys());
    }

    private String sign(KeyPair keys) {
        var claims = new HashMap<String, Object>();
        claims.put("realm_access", Map.of("roles", List.copyOf(roles)));
        claims.put("grid_scope", scope);
        claims.put("post", post);
        claims.put("preferred_username", account);
        if (unit != null) {
            claims.put("unit", unit);
        }
        var now = System.currentTimeMillis() / 1000;
        return Jwt.claims(claims)
                .subject(UUID.nameUUIDFromBytes(account.getBytes()).toString())
                .issuedAt(Math.min(now, now + expiresIn - 60))
                .expiresAt(now + expiresIn)
                .sign(keys.getPrivate());
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
