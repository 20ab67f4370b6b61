package onegrid.newsector.assist;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** One that a directive asks to help or to be informed: a station, an enterprise or a union branch. */
@Entity
@IdClass(Assistance.Key.class)
class Assistance {
    enum Kind {
        STATION,
        ENTERPRISE,
        BRANCH
    }

    enum Ask {
        HELP,
        INFORM
    }

    @Id
    UUID directiveId;

    @Id
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Id
    String code;

    String name;
    Integer distanceMetres;

    @Enumerated(EnumType.STRING)
    Ask ask;

    Instant askedAt;
    Boolean answered;
    String note;

    record Key(UUID directiveId, Kind kind, String code) {}

    static Assistance of(UUID directiveId, Kind kind, String code, String name, Integer metres, Ask ask) {
        var assistance = new Assistance();
        assistance.directiveId = directiveId;
        assistance.kind = kind;
        assistance.code = code;
        assistance.name = name;
        assistance.distanceMetres = metres;
        assistance.ask = ask;
        return assistance;
    }
}
