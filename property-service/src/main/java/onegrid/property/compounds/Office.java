package onegrid.property.compounds;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The public body for property in a part of the district, in charge where no company is. */
@Entity
public class Office {
    @Id
    public String code;

    public String gridCode;
    public String kind;
    public String name;
    public String phone;
}
