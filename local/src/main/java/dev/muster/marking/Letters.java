package dev.muster.marking;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;

/**
 * The letters of the word EXERCISE, drawn by hand as lines: a machine without a single font can stamp, and stamps the same
 * as every other.
 */
final class Letters {

    /** A letter is four wide and six high. */
    static final double HEIGHT = 6;

    private static final double WIDTH = 4;
    private static final double GAP = 1.6;

    /** Points in pairs; a bar lifts the pen. */
    private static final Map<Character, String> STROKES = Map.of(
            'E', "4 0 0 0 0 6 4 6 | 0 3 3.2 3",
            'X', "0 0 4 6 | 4 0 0 6",
            'R', "0 6 0 0 3 0 4 0.8 4 2.4 3 3.2 0 3.2 | 2 3.2 4 6",
            'C', "4 1 3 0 1 0 0 1 0 5 1 6 3 6 4 5",
            'I', "0.8 0 3.2 0 | 2 0 2 6 | 0.8 6 3.2 6",
            'S', "4 1 3 0 1 0 0 1 0 2.2 1 3 3 3 4 3.8 4 5 3 6 1 6 0 5");

    private Letters() {}

    /** The word with its upper left corner at zero. */
    static Path2D word() {
        var path = new Path2D.Double();
        for (var at = 0; at < Marking.WORD.length(); at++) {
            add(path, STROKES.get(Marking.WORD.charAt(at)), at * (WIDTH + GAP));
        }
        return path;
    }

    static double width() {
        return Marking.WORD.length() * (WIDTH + GAP) - GAP;
    }

    /** The word so high, with its upper left corner here. */
    static Path2D word(double x, double y, double height) {
        var place = AffineTransform.getTranslateInstance(x, y);
        place.scale(height / HEIGHT, height / HEIGHT);
        return new Path2D.Double(word(), place);
    }

    private static void add(Path2D path, String strokes, double x) {
        for (var stroke : strokes.split("\\|")) {
            var points = stroke.strip().split(" ");
            path.moveTo(x + Double.parseDouble(points[0]), Double.parseDouble(points[1]));
            for (var at = 2; at < points.length; at += 2) {
                path.lineTo(x + Double.parseDouble(points[at]), Double.parseDouble(points[at + 1]));
            }
        }
    }
}
