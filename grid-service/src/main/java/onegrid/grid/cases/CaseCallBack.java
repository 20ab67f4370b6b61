package onegrid.grid.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One try to call a reporter back, as it is counted. Only added. */
@Entity
@Immutable
@IdClass(CaseStep.Key.class)
class CaseCallBack {
    @Id
    UUID caseId;

    /** Of the history row that tells of it. */
    @Id
    int seq;

    Instant at;

    @Enumerated(EnumType.STRING)
    CallBack.Result result;

    Boolean solved;
    Integer score;
    String byPost;

    CaseCallBack() {}

    CaseCallBack(UUID caseId, int seq, Instant at, CallBack call, Actor by) {
        this.caseId = caseId;
        this.seq = seq;
        this.at = at;
        this.result = call.result();
        this.solved = call.solved();
        this.score = call.score();
        this.byPost = by.name();
    }
}
