package onegrid.grid.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import onegrid.grid.clock.Limit;

/** Kept as people write it: 5工作日. */
@Converter
class LimitText implements AttributeConverter<Limit, String> {
    @Override
    public String convertToDatabaseColumn(Limit limit) {
        return limit == null ? null : limit.toString();
    }

    @Override
    public Limit convertToEntityAttribute(String written) {
        return written == null ? null : Limit.of(written);
    }
}
