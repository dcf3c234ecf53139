package dev.muster.web;

import dev.muster.drill.Drill;
import dev.muster.drill.port.Attachments;
import dev.muster.scenario.Attachment;
import dev.muster.scenario.AttachmentType;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.io.Library;
import java.util.Optional;

/** The files that come with a drill's injects: kept when it is scheduled, served by the doors. */
final class AttachedFiles {

    private AttachedFiles() {}

    /** Empty if the drill has no such file. */
    static Optional<Response> answer(Attachments attachments, Drill drill, String name) {
        return AttachmentType.byName(name)
                .flatMap(type -> attachments.get(drill.id(), name).map(content -> Response.file(type, name, content)));
    }

    /** Doing it twice does no harm: the names are the drill's own. */
    static void keep(Attachments attachments, String drill, Scenario scenario, Library library) {
        scenario.injects().stream()
                .flatMap(inject -> inject.attachments().stream())
                .map(Attachment::file)
                .distinct()
                .map(file -> new Attachment(file, "", ""))
                .forEach(file -> attachments.put(drill, file.name(), library.attachment(scenario.id(), file)));
    }
}
