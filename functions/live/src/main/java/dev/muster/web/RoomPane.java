package dev.muster.web;

import java.util.List;

/** What the team has done, so that it can speak with one voice. */
public final class RoomPane {

    private RoomPane() {}

    /**
     * One thing that somebody did.
     *
     * @param kind its label
     * @param what what was done, in words
     * @param who name and role; empty for the controller
     * @param text may be blank
     */
    public record Line(String id, String kind, String when, String what, String who, String text) {}

    static List<Line> lines(MyDrill mine, View view, Labels labels, Moments moments) {
        return mine.room().stream()
                .map(deed -> new Line(
                        deed.entry(),
                        deed.kind().label(),
                        moments.when(deed.at()),
                        what(deed, view, labels),
                        deed.name().isEmpty() ? "" : view.say("room.who", deed.name(), labels.role(deed.role())),
                        deed.text()))
                .toList();
    }

    private static String what(Room.Deed deed, View view, Labels labels) {
        var key = "room." + deed.kind().label();
        return switch (deed.kind()) {
            case MESSAGE, DRAFT ->
                view.say(
                        key,
                        deed.channel().map(labels::channel).orElse(""),
                        deed.audience().map(labels::audience).orElse(""));
            case ASSIGNMENT -> view.say(key, labels.role(deed.what()));
            default -> view.say(key, deed.what());
        };
    }
}
