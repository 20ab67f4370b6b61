package onegrid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final Set<String> ADMINISTRATION = Set.of("system-admin", "security-admin", "auditor");

    @Test
    void nobodyAdministersAndWatchesAtOnce() {
        assertThat(Accounts.load().all())
                .allSatisfy(account -> assertThat(account.roles().stream().filter(ADMINISTRATION::contains))
                        .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void everyPostOfTheDesignHasASampleAccount() {
        assertThat(Accounts.load().all().stream().flatMap(account -> account.roles().stream()))
                .contains(
                        "resident",
                        "grid-head",
                        "building-head",
                        "community",
                        "street",
                        "centre",
                        "unit",
                        "property",
                        "party",
                        "new-sector",
                        "supervisor",
                        "system-admin",
                        "security-admin",
                        "auditor");
    }

    @Test
    void noUsernameIsGivenTwice() {
        assertThat(Accounts.load().all()).extracting(Accounts.Account::username).doesNotHaveDuplicates();
    }

    @Test
    void scopesArePrefixesOfGridCodes() {
        assertThat(Accounts.load().all().stream().flatMap(account -> account.scope().stream()))
                .allMatch(scope -> scope.matches("410212(001([0-9]{3}([0-9]{3}([0-9]{2}([0-9]{2})?)?)?)?)?"));
    }
}
