package onegrid.party.reportin;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A unit that has reported in to a community; a post of it is the liaison. */
@Entity
public class ReportInUnit {
    @Id
    public String code;

    public String name;
    public String communityCode;
    public String liaisonPost;
    public String liaisonPhone;
    public String[] skills;

    @Enumerated(EnumType.STRING)
    public ReportInStatus status;

    public LocalDate registeredOn;

    @Version
    public long version;
}
