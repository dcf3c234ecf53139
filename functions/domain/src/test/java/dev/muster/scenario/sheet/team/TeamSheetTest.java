package dev.muster.scenario.sheet.team;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.scenario.Channel;
import dev.muster.scenario.Charter;
import dev.muster.scenario.Member;
import dev.muster.scenario.Plan;
import dev.muster.scenario.Team;
import dev.muster.scenario.io.Library;
import dev.muster.scenario.io.Validation;
import dev.muster.scenario.sheet.CsvReader;
import dev.muster.scenario.sheet.CsvWriter;
import dev.muster.scenario.sheet.Remark;
import dev.muster.scenario.sheet.UnusableWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Teams from lists of people, and back. */
class TeamSheetTest {

    private static final Library LIBRARY = Library.at(Path.of(System.getProperty("muster.root"), "scenarios"));
    private static final Plan PLAN = LIBRARY.defaultPlan();

    @TempDir
    private Path folder;

    private static ImportTeam.Wishes wishes(String id) {
        return new ImportTeam.Wishes(
                id, "Night crew", Optional.empty(), ZoneId.of("Europe/Lisbon"), PLAN, Optional.empty());
    }

    private static ImportedTeam imported(String csv) {
        return ImportTeam.of(CsvReader.read("crew.csv", csv.getBytes(UTF_8)), wishes("night"));
    }

    private static List<String> said(ImportedTeam imported, Remark.Kind kind) {
        return imported.remarks().stream()
                .filter(remark -> remark.kind() == kind)
                .map(Remark::toString)
                .toList();
    }

    // ---- out and in

    @ParameterizedTest
    @ValueSource(strings = {"crew", "harbour"})
    void aTeamOfTheLibraryComesBackAsItWas(String id) {
        var team = LIBRARY.team(id);
        var csv = CsvWriter.write(ExportTeam.of(team).workbook());

        var imported = ImportTeam.of(CsvReader.read("crew.csv", csv), wishes(id));

        assertThat(imported.team()).isEqualTo(team);
        assertThat(said(imported, Remark.Kind.UNUSED)).isEmpty();
        assertThat(said(imported, Remark.Kind.ASSUMED)).isEmpty();
    }

    @Property(tries = 200)
    void anyTeamComesBackAsItWas(@ForAll("teams") Team team) {
        var csv = CsvWriter.write(ExportTeam.of(team).workbook());

        assertThat(ImportTeam.of(CsvReader.read("crew.csv", csv), wishes(team.id()))
                        .team())
                .isEqualTo(team);
    }

    @Provide
    Arbitrary<Team> teams() {
        var name = Arbitraries.oneOf(
                Arbitraries.of(
                        "佐藤 美咲",
                        "ليلى حدّاد",
                        "Олена Ткаченко",
                        "‏דנה‎ (לוי)",
                        "=SUM(A1)",
                        "-@Bo",
                        "O'Neil, \"Rex\"; Jr.",
                        "👩‍🚒 Ada",
                        "Zoë e\u0301"),
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(30));
        var roles = Arbitraries.of(PLAN.roles())
                .map(role -> role.id())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        var deputies =
                Arbitraries.of("pilot", "night-desk").list().uniqueElements().ofMaxSize(2);
        var members = Combinators.combine(
                        name, roles, deputies, Arbitraries.of("en", "pt-BR", "uk"), Arbitraries.of(true, false))
                .as((called, held, deputyFor, language, chats) -> new Member(
                        "m",
                        called,
                        Optional.of("somebody@crew.example"),
                        Optional.of("+44 7700 900001").filter(it -> chats),
                        Optional.of("ada").filter(it -> chats),
                        language,
                        held,
                        deputyFor,
                        chats ? List.of(Channel.CHAT, Channel.EMAIL) : List.of(Channel.EMAIL)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(TeamSheetTest::numbered);
        var charter = Combinators.combine(Arbitraries.integers().between(1, 99), name, Arbitraries.of(true, false))
                .as((version, purpose, named) -> new Charter(version, purpose, named, Duration.ofDays(version)));
        return Combinators.combine(name, charter, members)
                .as((called, agreed, people) -> new Team("own", called, ZoneId.of("Asia/Kolkata"), agreed, people));
    }

    private static List<Member> numbered(List<Member> members) {
        return IntStream.range(0, members.size())
                .mapToObj(index -> {
                    var member = members.get(index);
                    return new Member(
                            "m-" + index,
                            member.name(),
                            member.email(),
                            member.phone(),
                            member.chat(),
                            member.language(),
                            member.roles(),
                            member.deputyFor(),
                            member.reach());
                })
                .toList();
    }

    // ---- lists that people have

    @Test
    void whoStandsInTwoRowsIsOnePersonWithTheRolesOfBoth() {
        var imported = imported("""
                Name,Role,E-mail,Phone,Deputy for
                Zoë,Operations,zoe@x.example,,
                ZOË,People,Zoe@x.example,07700 900001,Legal
                zoë,Legal,,,
                """);

        assertThat(imported.team().members()).singleElement().satisfies(zoe -> {
            assertThat(zoe.roles()).containsExactly("operations", "people", "legal");
            assertThat(zoe.deputyFor()).isEmpty();
            assertThat(zoe.reach()).containsExactly(Channel.EMAIL, Channel.SMS);
        });
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains(
                        "crew.csv:row 3: \"Zoë\" stands in row 2 already: one person, with the roles of both rows",
                        "crew.csv:row 4: \"Zoë\" stands in row 2 already: one person, with the roles of both rows");
    }

    @Test
    void twoPeopleWhoShareANameOrAnAddressAreBothKeptAndNamed() {
        var imported = imported("""
                Name,Role,E-mail
                Bo Lind,Operations,bo@x.example
                Bo Lind,People,bo.lind2@x.example
                Uwe Kern,Communications,press@x.example
                Ida Holt,Legal,Press@x.example
                """);

        assertThat(imported.team().members()).hasSize(4);
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .contains(
                        "crew.csv:row 3: another \"Bo Lind\" stands in row 2: two people, since they are not reached in"
                                + " the same way",
                        "crew.csv:row 5: the e-mail address is that of \"Uwe Kern\" in row 4, too: two people, and what is"
                                + " for one of them comes there");
    }

    @Test
    void anEmergencyNumberIsNobodysOwn() {
        var imported = imported("Name,Role,E-mail,Phone\nBo,Operations,bo@x.example,112\n");

        assertThat(imported.team().members().getFirst().phone()).isEmpty();
        assertThat(said(imported, Remark.Kind.UNUSED)).contains("crew.csv:row 2: not a telephone number: \"112\"");
    }

    @Test
    void aListOfPeopleBecomesATeamThatIsValid() throws IOException {
        var imported = imported("""
                Telephone tree, weekend
                Name;Function;Deputy;Mobile;E-Mail;Sprache
                Маріам Коваль;Crisis manager;Bo Lind;07700/900.301;mariam@night.example;Ukrainisch
                Bo Lind;PR;;;bo@night.example;
                佐藤 美咲;Customer service / HR;;07700 900303;;ja
                """);

        var file = Files.writeString(folder.resolve("night.yaml"), imported.yaml("team.schema.json"));
        assertThat(Validation.validate(List.of(file), LIBRARY)).isEmpty();
        var members = imported.team().members();
        assertThat(members)
                .extracting(Member::roles)
                .containsExactly(List.of("crisis-lead"), List.of("communications"), List.of("customer-care", "people"));
        assertThat(members).extracting(Member::deputyFor).containsExactly(List.of(), List.of("crisis-lead"), List.of());
        assertThat(members).extracting(Member::language).containsExactly("uk", "en", "ja");
        assertThat(members.getFirst().phone()).contains("07700 900 301");
        assertThat(members)
                .extracting(Member::reach)
                .containsExactly(List.of(Channel.EMAIL, Channel.SMS), List.of(Channel.EMAIL), List.of(Channel.SMS));
        assertThat(imported.team().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(imported.team().name()).isEqualTo("Telephone tree, weekend");
    }

    @Test
    void whoCannotTakePartIsNamedAndTheOthersStay() {
        var imported = imported("""
                Name,Role,E-mail,Shoe size
                Ada,crisis-lead,ada@night.example,38
                Ben,communications,not an address,
                Cy,,cy@night.example,
                ,legal,x@night.example,
                Di,pilot,di@night.example,
                """);

        assertThat(imported.team().members()).extracting(Member::name).containsExactly("Ada", "Di");
        assertThat(said(imported, Remark.Kind.UNUSED))
                .anyMatch(line -> line.contains("row 3: not an e-mail address: \"not an address\""))
                .anyMatch(line -> line.contains("row 3: \"Ben\" is left out"))
                .anyMatch(line -> line.contains("row 4: \"Cy\" is left out: no role"))
                .anyMatch(line -> line.contains("row 5: nobody is named"))
                .anyMatch(line -> line.contains("row 2: a team file has no place for Shoe size: \"38\""));
        assertThat(said(imported, Remark.Kind.ASSUMED))
                .anyMatch(line -> line.contains("has no role \"pilot\"; kept as it is"))
                .anyMatch(line -> line.contains("nobody holds or deputises for communications"))
                .anyMatch(line -> line.contains("no charter is said"))
                .anyMatch(line -> line.contains("the time zone is not said"));
    }

    @Test
    void aListInWhichNobodyCanTakePartIsRefused() {
        assertThatExceptionOfType(UnusableWorkbook.class)
                .isThrownBy(() -> imported("Name,Role\nAda,crisis-lead\n"))
                .withMessageContaining("nobody in this list can take part");
        assertThatExceptionOfType(UnusableWorkbook.class)
                .isThrownBy(() -> imported("Fruit,Price\nApple,1\n"))
                .withMessageContaining("no list of people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vorname,Nachname", "Vorname,Name", "First name,Last name", "Given name,Surname"})
    void aNameInTwoColumnsIsOne(String headings) {
        var team = imported(headings + ",Role,E-mail\nJörg,Weiß,Legal,joerg@x.example")
                .team();

        assertThat(team.members()).extracting(Member::name).containsExactly("Jörg Weiß");
    }

    @Test
    void theFamilyNameMayStandFirst() {
        var team = imported("Name,Vorname,Role,E-mail\nÖz,Aylin,Legal,aylin@x.example")
                .team();

        assertThat(team.members()).extracting(Member::name).containsExactly("Aylin Öz");
    }

    @Test
    void partsOfAWholeNameAreNotRepeated() {
        var team = imported("Name,First name,Last name,Role,E-mail\nBea Lund,Bea,Lund,Legal,bea@x.example")
                .team();

        assertThat(team.members()).extracting(Member::name).containsExactly("Bea Lund");
    }
}
