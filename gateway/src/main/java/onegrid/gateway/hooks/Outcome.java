package onegrid.gateway.hooks;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of one attempt.
 *
 * @param status of HTTP; 0 where nobody answered
 * @param reason null when the receiver took it, else a word: {@code status}, {@code redirect}, {@code gone},
 *     {@code timeout}, {@code no-connection}, {@code unknown-host}, {@code refused-target}, {@code tls}, {@code broken}
 * @param detail a sentence for the operator
 * @param answer the first characters of what the receiver said
 * @param pause how long the receiver asked us to wait; null where it did not
 */
record Outcome(Instant at, int status, int millis, String reason, String detail, String answer, Duration pause) {
    private static final int KEPT = 500;

    static Outcome of(Instant at, int millis, int status, String answer, Duration pause) {
        var kept = answer == null || answer.isEmpty() ? null : cut(answer);
        if (status >= 200 && status < 300) {
            return new Outcome(at, status, millis, null, null, kept, null);
        }
        var reason = status == 410 ? "gone" : status >= 300 && status < 400 ? "redirect" : "status";
        var detail =
                switch (reason) {
                    case "gone" -> "The receiver answered 410 Gone: it wants nothing more";
                    case "redirect" -> "The receiver answered " + status + ": redirects are not followed";
                    default -> "The receiver answered " + status;
                };
        return new Outcome(at, status, millis, reason, detail, kept, pause);
    }

    static Outcome failed(Instant at, int millis, String reason, String detail) {
        return new Outcome(at, 0, millis, reason, cut(detail), null, null);
    }

    /** Without what PostgreSQL keeps no text of, and never through the middle of a character. */
    private static String cut(String text) {
        var clean = text.replace('\u0000', ' ');
        if (clean.length() <= KEPT) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(KEPT - 1)) ? KEPT - 1 : KEPT);
    }

    boolean taken() {
        return reason == null;
    }

    boolean gone() {
        return "gone".equals(reason);
    }
}
