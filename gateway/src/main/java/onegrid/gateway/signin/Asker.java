package onegrid.gateway.signin;

import io.quarkus.security.identity.SecurityIdentity;

/** Who asks, as far as the door can tell. */
public sealed interface Asker {

    /** Somebody with a valid token, sent along or kept in the browser's session. */
    record Known(SecurityIdentity identity, String token, boolean bySession) implements Asker {}

    /**
     * Nobody we know: without credentials, or with a session that is over.
     *
     * @param signInAway there is a session, but Keycloak is not there to say whether it still holds
     */
    record Unknown(boolean signInAway) implements Asker {}

    /** Somebody with a bearer token that is not valid: told so, never taken for a visitor. */
    record Refused() implements Asker {}
}
