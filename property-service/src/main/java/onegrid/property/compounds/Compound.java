package onegrid.property.compounds;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A residential compound (小区); its code is that of its level-3 grid. Coordinates are WGS-84 degrees. */
@Entity
public class Compound {
    @Id
    public String code;

    public String name;
    public String communityCode;

    @Enumerated(EnumType.STRING)
    public Mode mode;

    public int households;
    public double longitude;
    public double latitude;
}
