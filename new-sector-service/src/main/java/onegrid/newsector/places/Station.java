package onegrid.newsector.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A warm station (暖心驿站): anybody who works outdoors may come in, nobody signs in. */
@Entity
public class Station {
    @Id
    public String code;

    public String name;
    public String communityCode;
    public String address;
    public double longitude;
    public double latitude;
    public String[] amenities;
    public String opens;
    public String closes;

    public boolean openAt(Instant instant) {
        return new OpeningHours(opens, closes).openAt(instant);
    }
}
