package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The sample accounts, one for every post. The realm is made from them and `./onegrid accounts` prints them. */
public record Accounts(List<Account> all) {
    /** The same for every sample account; nothing real is behind them. */
    static final String PASSWORD = "onegrid";

    private static final Set<String> WORTH_PRINTING = Set.of(
            "resident",
            "grid-head",
            "community-1",
            "street",
            "centre",
            "supervisor",
            "unit-water",
            "property",
            "party",
            "new-sector",
            "system-admin",
            "security-admin",
            "auditor");

    /**
     * @param scope prefixes of the grid codes that the post may see
     * @param unit code of the unit the post belongs to, or empty
     * @param post what the post is called
     */
    public record Account(String username, List<String> roles, List<String> scope, String unit, String post) {
        static Account parse(String line) {
            var fields = line.split(",", -1);
            if (fields.length != 5) {
                throw new IllegalArgumentException("accounts.csv: five fields expected: " + line);
            }
            return new Account(fields[0], list(fields[1]), list(fields[2]), fields[3], fields[4]);
        }

        private static List<String> list(String field) {
            return field.isEmpty() ? List.of() : Arrays.asList(field.split(" "));
        }
    }

    public static Accounts load() {
        try (var csv = Accounts.class.getResourceAsStream("/onegrid/local/accounts.csv")) {
            return new Accounts(new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Account::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String table(boolean everyone) {
        var text = new StringBuilder();
        for (var account : all) {
            if (everyone || WORTH_PRINTING.contains(account.username())) {
                text.append("  %-26s %-22s %s%n"
                        .formatted(account.username(), String.join(" ", account.scope()), account.post()));
            }
        }
        return text.toString();
    }
}
