package onegrid.newsector.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;

/** A new economic or social organisation, or a group of workers in new forms of employment (domain.md §6.2). */
@Entity
public class Enterprise {
    @Id
    public String code;

    public String name;
    public String kind;
    public String industry;
    public String communityCode;
    public String gridCode;
    public double longitude;
    public double latitude;
    public String operating;
    public String staffBand;
    public int partyMembers;
    public LocalDate surveyedOn;
}
