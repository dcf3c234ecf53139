package dev.muster.scenario.io;

import static dev.muster.scenario.io.LeakFiles.SCENARIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer is warned of in texts: real numbers, addresses, distress. */
class ContentAdviceTest {

    private final GivenFiles files;

    ContentAdviceTest(@TempDir Path folder) {
        this.files = new GivenFiles(folder);
    }

    @Test
    void aNumberIsShownOnItsVeryLineOfABlock() {
        assertThat(files.adviceOn(withBlock(
                        "Nobody picks up on 020 7946 0171.",
                        "",
                        "Call me: 07911 123456, or write @aled.",
                        "Or 07911 123456 again")))
                .containsExactly(
                        "leak.yaml:31:16: telephone number \"07911 123456\" may be somebody's;"
                                + " write one that is reserved for drama, such as 020 7946 0171",
                        "leak.yaml:31:39: handle \"@aled\" may be somebody's; let it end in .example: @aled.example");
    }

    /** The second inject with a text of several lines, the first of which is line 29. */
    private String withBlock(String... lines) {
        return SCENARIO.replace("text: Hello?", "text: |\n      " + String.join("\n      ", lines));
    }

    @Test
    void theSecondOfTwoIsNotTakenForTheFirst() {
        assertThat(files.adviceOn(withBlock("Skilled people wanted.", "He was killed.")))
                .singleElement()
                .asString()
                .startsWith("leak.yaml:30:14: \"killed\" may distress whoever takes part (death)");
    }

    @Test
    void everyTextThatPeopleReadIsLookedAt() {
        var address = "a@b.com";
        assertThat(files.adviceOn(SCENARIO.replace("title: A leak", "title: A leak " + address)
                        .replace("You run", address + " You run")
                        .replace("from: The porter", "from: The porter " + address)
                        .replace("{id: o-speak, title: Speak", "{id: o-speak, title: " + address + " Speak")
                        .replace(
                                "roles: [",
                                "variables: {company: {default: %s}}\ncustomers: [{id: c, name: C, contact: %s}]\nroles: ["
                                        .formatted(address, address))
                        .replace(
                                "text: Hello?",
                                "text: Hello %s\n    outcome: %s\n    options: [{id: a, text: %s, consequence: %s}, {id: b, text: b}]"
                                        .formatted(address, address, address, address))))
                .hasSize(10)
                .allMatch(warning -> warning.contains("e-mail address \"a@b.com\""));
    }

    @Test
    void distressingContentIsAskedForOnceForEachKindUnlessItIsAnnounced() {
        var violent = SCENARIO.replace("Hello?", "He was stabbed. There is blood, and more blood.")
                .replace("It is ankle deep.", "Somebody was stabbed.");
        assertThat(files.adviceOn(violent))
                .containsExactly(
                        "leak.yaml:19:24: \"stabbed\" may distress whoever takes part (violence), and nothing under"
                                + " distressing announces it; add a short phrase there",
                        "leak.yaml:28:36: \"blood\" may distress whoever takes part (injury), and nothing under"
                                + " distressing announces it; add a short phrase there");
        assertThat(files.adviceOn(
                        violent.replace("language: en", "language: en\ndistressing: [A stabbing, An injury]")))
                .isEmpty();
        assertThat(files.adviceOn(violent.replace("language: en", "language: pl")))
                .isEmpty();
    }

    @Test
    void aPlanIsLookedAtButForTheContactWhoMustBeReal() {
        files.given(
                "plan.yaml",
                files.defaultPlan()
                        .replace("+44 20 7946 0110", "+44 20 7123 4567")
                        .replace("+44 20 7946 0000", "+44 20 7123 4567"));
        assertThat(files.advice()).singleElement().asString().contains("+44 20 7123 4567", "telephone");
    }

    @Test
    void recordedAnswersAndCharterAreLookedAtButNotHowMembersAreReached() {
        files.given("leak.yaml", SCENARIO);
        files.given("calm.yaml", """
                responses: calm
                scenario: leak
                title: A calm team
                answers:
                  - {role: communications, at: PT3M, message: {channel: web, audience: public, text: See leak.com}}
                  - {role: crisis-lead, at: PT4M, note: "Rang 07911 123456"}
                """);
        files.given("night.yaml", """
                team: night
                name: Night shift
                zone: Europe/Berlin
                charter: {version: 1, purpose: Ask boss@leak.com}
                members:
                  - {id: m-ana, name: Ana, email: ana@leak.com, language: en, roles: [crisis-lead, communications], reach: [email]}
                """);
        assertThat(files.advice())
                .extracting(warning -> warning.substring(0, warning.indexOf(' ')))
                .containsExactly("calm.yaml:5:90:", "calm.yaml:6:47:", "night.yaml:4:36:");
    }
}
