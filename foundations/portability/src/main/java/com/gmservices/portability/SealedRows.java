package com.gmservices.portability;

import com.gmservices.vault.Sealed;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows in which modules keep sealed values, as lines of JSON. */
@Component
class SealedRows {

    private final ObjectProvider<Sealed> sealed;
    private final JsonMapper json;

    SealedRows(ObjectProvider<Sealed> sealed, JsonMapper json) {
        this.sealed = sealed;
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The line with what the move makes of each sealed value in it; the same line when it has none. */
    String moved(Table table, String line, Sealed.Move move) {
        List<Sealed> those = of(table);
        if (those.isEmpty()) {
            return line;
        }
        ObjectNode row = (ObjectNode) json.readTree(line);
        those.forEach(values -> values.move(row, move));
        return json.writeValueAsString(row);
    }

    private List<Sealed> of(Table table) {
        return sealed.stream()
                .filter(values -> values.table().equals(table.name()))
                .toList();
    }
}
