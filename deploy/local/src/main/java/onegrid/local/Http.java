package onegrid.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

final class Http {
    private Http() {}

    /** True if a GET is answered with 200 within two seconds. */
    static boolean ok(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
