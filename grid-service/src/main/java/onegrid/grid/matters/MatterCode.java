package onegrid.grid.matters;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A matter is stored by its code. */
@Converter(autoApply = true)
public class MatterCode implements AttributeConverter<Matter, String> {
    @Override
    public String convertToDatabaseColumn(Matter matter) {
        return matter == null ? null : matter.code();
    }

    @Override
    public Matter convertToEntityAttribute(String code) {
        return code == null
                ? null
                : Catalogue.find(code)
                        .orElseThrow(() -> new IllegalStateException("matter " + code + " left the catalogue"));
    }
}
