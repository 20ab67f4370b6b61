package onegrid.property.compounds;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A property company; {@code kind} is PRIVATE or STATE_OWNED. */
@Entity
public class Company {
    @Id
    public String code;

    public String name;
    public String kind;
    public String phone;
}
