package onegrid.kit.outbox;

/**
 * Something that happened, told to the other services. An event is a record; its components are the {@code data} of
 * the CloudEvents envelope. Type, topic, subject and key are written out, never derived from class names.
 */
public interface Event {
    /** The name on the wire with its version: {@code grid.case.filed.v1}. */
    String type();

    /** The Kafka topic: {@code onegrid.cases}. */
    String topic();

    /** The id of the thing that changed. */
    String subject();

    /** What must stay in order travels under one key. */
    default String partitionKey() {
        return subject();
    }
}
