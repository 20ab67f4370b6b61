package onegrid.gateway.hooks;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * One event on its way to one receiver.
 *
 * @param nextAttemptAt null where it is over, or held
 */
record DeliveryView(
        UUID id,
        UUID eventId,
        String type,
        String typeName,
        String typeEnglishName,
        String subject,
        UUID caseId,
        String caseNumber,
        String gridCode,
        OffsetDateTime eventTime,
        Deliveries.Cause cause,
        State state,
        OffsetDateTime createdAt,
        OffsetDateTime nextAttemptAt,
        OffsetDateTime deliveredAt,
        List<Attempt> attempts,
        List<String> allowed) {

    enum State {
        WAITING,
        /** Behind an earlier one of the same case. */
        HELD,
        DELIVERED,
        FAILED
    }

    /**
     * @param status of HTTP; null where nobody answered
     * @param reason null when it was taken, else a word of {@link Outcome}
     * @param answer the first 500 characters of what the receiver said
     */
    record Attempt(
            int number, OffsetDateTime at, Integer status, int millis, String reason, String detail, String answer) {}

    DeliveryView with(List<Attempt> tries) {
        return new DeliveryView(
                id,
                eventId,
                type,
                typeName,
                typeEnglishName,
                subject,
                caseId,
                caseNumber,
                gridCode,
                eventTime,
                cause,
                state,
                createdAt,
                nextAttemptAt,
                deliveredAt,
                tries,
                allowed);
    }
}
