package onegrid.property.compounds;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.LocalDate;

/** A company serves a compound from {@code starts} to {@code ends}, both included; no end: until further notice. */
@Entity
@IdClass(Contract.Key.class)
class Contract {
    @Id
    String compoundCode;

    @Id
    LocalDate starts;

    String companyCode;
    LocalDate ends;

    record Key(String compoundCode, LocalDate starts) {}
}
