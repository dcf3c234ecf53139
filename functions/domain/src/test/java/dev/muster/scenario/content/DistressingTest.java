package dev.muster.scenario.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may distress is noticed in any inflection, at whole words; what only sounds like it is not. */
class DistressingTest {

    private final Distressing english = Distressing.of("en").orElseThrow();

    private List<String> categories(String text) {
        return english.in(text).stream().map(Distressing.Found::category).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "death | Two crew members died in the fire",
                "death | She is dying, please hurry",
                "death | they say somebody was KILLED",
                "death | The captain is dead.",
                "death | He drowned off the pier",
                "death | the victims' bereaved families",
                "injury | One passenger is injured",
                "injury | there is blood on the deck",
                "injury | She broke her hip on the stairs",
                "injury | my mother's injuries",
                "illness | Six guests fell ill after dinner",
                "illness | he had an anaphylactic shock",
                "illness | She has been poisoned by your salad",
                "illness | My dad is in hospital",
                "violence | a man was stabbed in the queue",
                "violence | He punched our colleague",
                "violence | My ex is a violent man",
                "threats | We have received a death threat",
                "threats | I know where you live",
                "threats | He threatened our staff at the counter",
                "threats | somebody is stalking her",
                "self-harm | If it is gone I will kill myself",
                "self-harm | he mentioned suicide",
                "self-harm | I do not want to live any more",
                "children in danger | A child is missing on deck four",
                "children in danger | My daughter is choking on it!",
                "children in danger | Two kids were trapped in the lift",
                "abuse | Callers are becoming abusive",
                "abuse | she was harassed on board",
                "discrimination | Your driver made racist remarks",
                "discrimination | I feel discriminated against"
            })
    void eachCategoryIsNoticedInItsInflections(String category, String text) {
        assertThat(categories(text)).contains(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The deadline is noon, and your line is dead since 1h. Pls answer here.",
                "Screenshots of the attack on our archive server are in the ticket",
                "I am dying to know. The fuss will die down. My battery died.",
                "Kill the process, then restart it",
                "The help desk drowns, two nodes are drowning. Can someone kill the tape? No injuries, nobody has been hurt.",
                "The children are excited about the holidays. We are missing a suitcase.",
                "The cake is to die for; our skilled painter's studies diet",
                "the stabiliser, an assaulted-sounding Gunther, Bombardier's injunction, illusory, Killarney",
                "A miscarriage of justice",
                "The punch line of the murder mystery",
                "Is it safe? I am frightened and I have two small children and no hotel."
            })
    void whatOnlySoundsLikeItIsLeftAlone(String text) {
        assertThat(categories(text)).isEmpty();
    }

    @Test
    void itsPlaceIsThatOfTheWords() {
        var text = "Good morning.\nShe says: he KILLED  him";
        assertThat(english.in(text)).singleElement().satisfies(found -> assertThat(
                        text.substring(found.start(), found.end()))
                .isEqualTo("KILLED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "death | A passenger has died",
                "death | Deaths on board",
                "injury | People who were injured",
                "violence | A caller who is afraid of a violent former partner",
                "abuse | A caller who is afraid of a violent former partner",
                "self-harm | Talk of suicide",
                "self-harm | Self-harm",
                "children in danger | A child goes missing",
                "children in danger | Children in danger",
                "discrimination | Racist remarks",
                "illness | A customer in hospital"
            })
    void anAnnouncementCountsThatNamesTheCategoryOrSharesAWord(String category, String announcement) {
        assertThat(english.announced(List.of("Loud noises", announcement))).contains(category);
    }

    @Test
    void anAnnouncementOfSomethingElseDoesNotCount() {
        assertThat(english.announced(List.of("An elderly customer who has lost money to a fraudster")))
                .isEmpty();
        assertThat(english.announced(List.of("A death on board"))).containsExactly("death");
    }

    @Test
    void onlyLanguagesWithATableAreLookedAt() {
        assertThat(Distressing.of("en-GB")).isPresent();
        assertThat(Distressing.of("de")).isEmpty();
    }
}
