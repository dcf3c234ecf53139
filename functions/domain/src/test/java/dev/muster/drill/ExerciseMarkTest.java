package dev.muster.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExerciseMarkTest {

    private static final Optional<String> LINK = Optional.of("https://muster.example/r/" + "t".repeat(200));

    @Property
    void everySubjectIsMarkedAndOneShortLineOfPrintableAscii(@ForAll String words) {
        assertThat(ExerciseMark.subject(words))
                .startsWith("EXERCISE:")
                .hasSizeLessThan(100)
                .matches("[ -~]+");
    }

    @Property
    void everyTextOpensAndClosesWithTheMarkAndKeepsItsWords(@ForAll String words) {
        var text = ExerciseMark.text(words, LINK);

        assertThat(text.lines()).first().isEqualTo("EXERCISE EXERCISE EXERCISE");
        assertThat(text).endsWith("\nEXERCISE EXERCISE EXERCISE").contains(words.strip(), LINK.get());
    }

    @Test
    void aSubjectCannotSmuggleInAHeader() {
        assertThat(ExerciseMark.subject("Alert\r\nBcc: all@crew.example"))
                .isEqualTo("EXERCISE: Alert Bcc: all@crew.example");
    }

    @Test
    void aSubjectKeepsLettersWithoutTheirAccents() {
        assertThat(ExerciseMark.subject("Überfällig – straße in Łódź, “naïve” Ærø …"))
                .isEqualTo("EXERCISE: Uberfallig - strasse in Lodz, \"naive\" AEro ...");
    }

    @Test
    void aSubjectInAnotherScriptIsStillMarked() {
        assertThat(ExerciseMark.subject("緊急")).isEqualTo("EXERCISE:");
        assertThat(ExerciseMark.text("緊急", Optional.empty())).contains("緊急");
    }

    @Test
    void anSmsIsMarkedAtBothEndsWithItsWordsCutAndItsLinkWhole() {
        var sms = ExerciseMark.sms("The portal\nis down. " + "😱".repeat(200), LINK);

        assertThat(sms)
                .startsWith("EXERCISE: The portal is down. 😱")
                .endsWith("😱... " + LINK.get() + " EXERCISE")
                .hasSizeLessThan(600);
    }
}
