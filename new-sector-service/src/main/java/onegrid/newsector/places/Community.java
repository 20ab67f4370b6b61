package onegrid.newsector.places;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A community with its middle, for matters that came without a point. */
@Entity
class Community {
    @Id
    String code;

    String name;
    double longitude;
    double latitude;
}
