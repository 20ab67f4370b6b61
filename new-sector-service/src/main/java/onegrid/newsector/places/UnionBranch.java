package onegrid.newsector.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A branch of the union federation for new forms of employment: one of six industries in a community. */
@Entity
public class UnionBranch {
    @Id
    public String code;

    public String name;
    public String communityCode;
    public String industry;
    public int members;
}
