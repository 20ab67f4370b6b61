package onegrid.grid.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Who reported, encrypted; nothing else about the person is kept. */
@Entity
@Table(name = "case_reporter")
class Reporter {
    @Id
    UUID caseId;

    byte[] name;
    byte[] phone;
    boolean confidential;
}
