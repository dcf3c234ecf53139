package dev.muster.scenario.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four eyes need two people. */
class SoleApproverTest {

    private final Library library = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));

    @TempDir
    private Path folder;

    @Test
    void aRoleThatAloneApprovesWhatItWritesItselfIsNamed() throws IOException {
        assertThat(warnings("communications"))
                .singleElement()
                .asString()
                .contains(
                        "\"communications\" alone approves what it writes itself (",
                        "holding-statement",
                        "let another role approve, too, or give this one a deputy in the team");
    }

    @Test
    void aRoleThatApprovesWhatOthersWriteIsEnough() throws IOException {
        assertThat(warnings("crisis-lead")).isEmpty();
        assertThat(warnings("communications", "legal")).isEmpty();
    }

    private List<Problem> warnings(String... approvers) throws IOException {
        var json = PlanFormat.write(library.defaultPlan());
        var by = (ArrayNode) json.at("/approval/by");
        by.removeAll();
        List.of(approvers).forEach(by::add);
        var file = folder.resolve("own.json");
        Files.writeString(file, json.toString());
        return Validation.validate(List.of(file), library).stream()
                .filter(problem -> problem.message().contains("approve"))
                .toList();
    }
}
