package onegrid.kit.problem;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import org.hibernate.exception.JDBCConnectionException;

/** Tells a part that is away for a while (try again) from a mistake (do not). */
public final class Unavailable {
    private Unavailable() {}

    /** True when trying the same thing later can succeed: connection lost, server starting, lock or serialization. */
    public static boolean isCauseOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCConnectionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof ConnectException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof TimeoutException
                    || cause instanceof jakarta.transaction.RollbackException && cause.getCause() == null
                    || cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
            for (var suppressed : cause.getSuppressed()) {
                if (isCauseOf(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Classes of PostgreSQL: 08 connection, 57P operator intervention, 53 resources, 40 serialization and deadlock. */
    private static boolean passes(SQLException sql) {
        var state = sql.getSQLState();
        var message = String.valueOf(sql.getMessage());
        return state != null
                        && (state.startsWith("08")
                                || state.startsWith("57P")
                                || state.startsWith("53")
                                || state.startsWith("40"))
                || message.contains("acquisition timeout")
                || message.contains("connection is closed")
                || message.contains("Connection is closed")
                || message.contains("This connection has been closed");
    }

    /** The innermost reason in one line, for the log. */
    public static String words(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
