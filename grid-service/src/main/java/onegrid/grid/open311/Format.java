package onegrid.grid.open311;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The two representations of GeoReport v2: by the ending of the address, else by what the client accepts, else XML. */
enum Format {
    XML("text/xml; charset=utf-8"),
    JSON("application/json; charset=utf-8");

    final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    static Format of(String ending, HttpHeaders headers) {
        if (ending != null && !ending.isEmpty()) {
            return ending.equals(".json") ? JSON : XML;
        }
        var first = headers.getAcceptableMediaTypes().getFirst();
        return first.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !first.isWildcardType() ? JSON : XML;
    }
}
