package dev.muster.report;

import dev.muster.scenario.Phase;
import dev.muster.scenario.Rating;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and names as the report words them. */
final class Words {

    private Words() {}

    /** Drill time as hours, minutes and seconds: {@code 1:06:30}. */
    static String clock(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** Points and scores, with one decimal. */
    static String points(double points) {
        var text = String.format(Locale.ROOT, "%.1f", points);
        return text.equals("-0.0") ? "0.0" : text.replace('-', '−');
    }

    /** A small part of the points, with two decimals. */
    static String fine(double points) {
        var text = String.format(Locale.ROOT, "%.2f", points);
        return text.equals("-0.00") ? "0.00" : text.replace('-', '−');
    }

    static String signed(double points) {
        var text = points(points);
        return points > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    static String performed(Rating rating) {
        return switch (rating) {
            case P -> "performed without challenges";
            case S -> "performed with some challenges";
            case M -> "performed with major challenges";
            case U -> "unable to be performed";
        };
    }

    static String title(Phase phase) {
        return switch (phase) {
            case PREPAREDNESS -> "Preparedness";
            case DETECTION -> "Detection and assessment";
            case PLANNING -> "Response planning";
            case COMMUNICATION -> "Communication execution";
            case RESOLUTION -> "Resolution and recovery";
        };
    }

    /** {@code one}, {@code one and two}, {@code one, two and three}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** {@code 1 message}, {@code 3 messages}. */
    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
