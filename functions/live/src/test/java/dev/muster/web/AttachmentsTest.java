package dev.muster.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.drill.port.Notification;
import dev.muster.scenario.io.Library;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come with an inject, to those to whom it was released, and not before. */
class AttachmentsTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 1, (byte) 0xFF};
    private static final String TABLE = "EXERCISE\nrow;name\n12;Zielińska\nEXERCISE\n";

    @TempDir
    private Path folder;

    private House house;
    private String drill;

    /** The extortionist's mail comes at minute 4 to lead, communications and operations; now with a table and a picture. */
    @BeforeEach
    void aBreachWithFiles() throws IOException {
        copy(Path.of(System.getProperty("muster.root"), "scenarios"));
        var scenario = folder.resolve("data-breach/scenario.yaml");
        Files.writeString(
                scenario,
                Files.readString(scenario)
                        .replaceAll(" +attachments:\n +- \\{file: .*\n", "")
                        .replace(
                                "    title: An extortionist sends a sample\n",
                                "    title: An extortionist sends a sample\n    attachments:\n"
                                        + "      - {file: attachments/EXERCISE-sample50.csv, title: Fifty rows <b>}\n"
                                        + "      - {file: EXERCISE-screen.png, title: The page, alt: A forum}\n"));
        Files.createDirectories(folder.resolve("data-breach/attachments"));
        Files.writeString(folder.resolve("data-breach/attachments/EXERCISE-sample50.csv"), TABLE);
        Files.write(folder.resolve("data-breach/EXERCISE-screen.png"), PICTURE);
        house = new House(Library.at(folder));
        drill = house.trainer("POST", "/api/v1/drills")
                .body("{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\"}")
                .json()
                .path("id")
                .asText();
    }

    private void copy(Path library) throws IOException {
        try (var files = Files.walk(library)) {
            files.forEach(file -> {
                try {
                    Files.copy(
                            file,
                            folder.resolve(library.relativize(file).toString()),
                            StandardCopyOption.REPLACE_EXISTING);
                } catch (DirectoryNotEmptyException same) {
                    // The folder itself.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private Answer mine(String member, String file) {
        return house.responder(drill, member, "GET", "/api/v1/my/drill/attachments/" + file)
                .send();
    }

    private Answer onThePageOf(String member, String file) {
        return house.ask("GET", "/r/" + house.responderToken(drill, member) + "/attachments/" + file)
                .send();
    }

    @Test
    void aFileIsThereForWhoeverGotItsInjectOnceItCame() {
        house.minutes(3);
        assertThat(mine("m-ana", "EXERCISE-sample50.csv").status()).isEqualTo(404);
        assertThat(onThePageOf("m-ana", "EXERCISE-sample50.csv").status()).isEqualTo(404);
        house.minutes(2);
        assertThat(mine("m-ana", "EXERCISE-sample50.csv").status()).isEqualTo(200);
        assertThat(Base64.getDecoder()
                        .decode(mine("m-ana", "EXERCISE-sample50.csv").body()))
                .asString(UTF_8)
                .isEqualTo(TABLE);
        assertThat(Base64.getDecoder()
                        .decode(onThePageOf("m-ana", "EXERCISE-screen.png").body()))
                .isEqualTo(PICTURE);
        assertThat(mine("m-misaki", "EXERCISE-sample50.csv").status()).isEqualTo(404);
        assertThat(onThePageOf("m-misaki", "EXERCISE-sample50.csv").status()).isEqualTo(404);
    }

    @Test
    void itIsServedSoThatItCanDoNoHarm() {
        house.minutes(5);
        var picture = mine("m-ana", "EXERCISE-screen.png");
        assertThat(picture.header("content-type")).isEqualTo("image/png");
        assertThat(picture.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(picture.header("content-security-policy")).contains("default-src 'none'", "sandbox");
        assertThat(picture.header("content-disposition")).isEqualTo("inline; filename=\"EXERCISE-screen.png\"");
        assertThat(picture.header("cache-control")).isEqualTo("private, max-age=3600");
        var table = mine("m-ana", "EXERCISE-sample50.csv");
        assertThat(table.header("content-type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(table.header("content-disposition")).isEqualTo("attachment; filename=\"EXERCISE-sample50.csv\"");
    }

    @Test
    void nothingElseIsServedUnderThisAddress() {
        house.minutes(5);
        for (var name : new String[] {"report.html", "..%2Freports%2Freport.html", "EXERCISE-other.png", "%00", "x"}) {
            assertThat(mine("m-ana", name).status()).as(name).isEqualTo(404);
            assertThat(house.trainer("GET", "/api/v1/drills/" + drill + "/attachments/" + name)
                            .send()
                            .status())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    @Test
    void theTrainerSeesItAtAnyTime() {
        assertThat(house.trainer("GET", "/api/v1/drills/" + drill + "/attachments/EXERCISE-screen.png")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(house.responder(
                                drill, "m-ana", "GET", "/api/v1/drills/" + drill + "/attachments/EXERCISE-screen.png")
                        .send()
                        .status())
                .isEqualTo(403);
        house.minutes(5);
        assertThat(house.trainer("GET", "/api/v1/drills/" + drill)
                        .json()
                        .findPath("attachments")
                        .toString())
                .isNotEqualTo("");
    }

    @Test
    void thePageShowsPicturesWithWordsAndLinksToTheRest() {
        house.minutes(5);
        var token = house.responderToken(drill, "m-ana");
        var html = house.ask("GET", "/r/" + token).send().body();
        assertThat(html)
                .contains("<img src=\"%s/attachments/EXERCISE-screen.png\" alt=\"A forum\"".formatted(token))
                .contains("<a href=\"%s/attachments/EXERCISE-sample50.csv\">Fifty rows &lt;b&gt;</a>".formatted(token));
        assertThat(house.ask("GET", "/r/" + token).send().header("content-security-policy"))
                .contains("img-src 'self'");
    }

    @Test
    void theMessageNamesWhatIsAttached() {
        house.minutes(5);
        assertThat(house.told)
                .filteredOn(message -> message.kind() == Notification.Kind.INJECT)
                .extracting(Notification::text)
                .anyMatch(text ->
                        text.contains("Attached, on your page:\n- Fifty rows <b> (EXERCISE-sample50.csv)\n- The page"));
    }

    @Test
    void laterEditsOfTheLibraryChangeNothing() throws IOException {
        Files.writeString(folder.resolve("data-breach/attachments/EXERCISE-sample50.csv"), "other");
        house.minutes(5);
        assertThat(Base64.getDecoder()
                        .decode(mine("m-ana", "EXERCISE-sample50.csv").body()))
                .asString(UTF_8)
                .isEqualTo(TABLE);
    }

    @Test
    void aMissingFileKeepsTheDrillFromBeingScheduled() throws IOException {
        Files.delete(folder.resolve("data-breach/EXERCISE-screen.png"));
        var refused = house.trainer("POST", "/api/v1/drills")
                .body("{\"scenario\":\"data-breach\",\"team\":\"crew\",\"startsAt\":\"now\"}")
                .send();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("EXERCISE-screen.png", "/scenario");
        assertThat(house.store.drills()).hasSize(1);
    }
}
