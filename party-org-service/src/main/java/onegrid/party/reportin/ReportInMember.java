package onegrid.party.reportin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** A serving member's report-in under a pseudonym. One community at a time; called up only while consent is current. */
@Entity
public class ReportInMember {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID ref;
    String unitCode;
    String communityCode;
    String[] skills;
    String[] available;

    @Enumerated(EnumType.STRING)
    ReportInStatus status;

    LocalDate consentUntil;

    @Version
    long version;
}
