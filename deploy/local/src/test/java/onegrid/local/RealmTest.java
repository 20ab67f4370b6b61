package onegrid.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {
    @TempDir
    Path home;

    @Test
    void noPlaceholderIsLeftInTheRealm() throws IOException {
        assertThat(realm().toString()).doesNotContain("@secret");
    }

    @Test
    void everyRoleThatAnAccountHasIsKnown() throws IOException {
        var realm = realm();
        var known = StreamSupport.stream(realm.at("/roles/realm").spliterator(), false)
                .map(role -> role.path("name").asText())
                .toList();

        assertThat(realm.findValues("realmRoles"))
                .allSatisfy(roles -> roles.forEach(role -> assertThat(known).contains(role.asText())));
    }

    @Test
    void twoStacksDoNotShareASecret() throws IOException {
        var one = new Realm(Secrets.in(new Home(home.resolve("one"))), Accounts.load()).json();
        var two = new Realm(Secrets.in(new Home(home.resolve("two"))), Accounts.load()).json();

        assertThat(secretOf(one)).isNotEqualTo(secretOf(two));
    }

    private JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(new Realm(Secrets.in(new Home(home)), Accounts.load()).json());
    }

    private static String secretOf(String realm) throws IOException {
        return new ObjectMapper().readTree(realm).at("/clients/0/secret").asText();
    }
}
