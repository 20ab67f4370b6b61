package onegrid.kit.sample;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.IntStream;
import onegrid.kit.inbox.Inbox;
import onegrid.kit.outbox.Event;
import onegrid.kit.outbox.Outbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest service: it makes things, tells of them, and counts how often it heard of one. */
@ApplicationScoped
public class Things {
    private final EntityManager database;
    private final Outbox outbox;
    private final Inbox inbox;

    Things(EntityManager database, Outbox outbox, Inbox inbox) {
        this.database = database;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    public record ThingMade(String name, int turn) implements Event {
        @Override
        public String type() {
            return "sample.thing.made.v1";
        }

        @Override
        public String topic() {
            return "onegrid.sample";
        }

        @Override
        public String subject() {
            return name;
        }
    }

    public record Heard(String name) {}

    @Transactional
    public void make(String name) {
        insert(name);
        outbox.append(new ThingMade(name, 0));
    }

    @Transactional
    public void makeInTurns(String name, int turns) {
        outbox.append(IntStream.range(0, turns)
                .mapToObj(turn -> new ThingMade(name, turn))
                .toList());
    }

    @Transactional
    public void makeAndFail(String name) {
        insert(name);
        outbox.append(new ThingMade(name, 0));
        throw new IllegalStateException("changed my mind");
    }

    private void insert(String name) {
        database.createNativeQuery("insert into thing (name) values (:name)")
                .setParameter("name", name)
                .executeUpdate();
    }

    @Incoming("things")
    @Blocking
    void on(String message) {
        inbox.hear(message, heard -> insert(heard.as(Heard.class).name()));
    }

    @Transactional
    public long count(String name) {
        return ((Number) database.createNativeQuery("select count(*) from thing where name = :name")
                        .setParameter("name", name)
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    public List<?> audit(String subject) {
        return database.createNativeQuery("select command from audit where subject = :subject")
                .setParameter("subject", subject)
                .getResultList();
    }
}
