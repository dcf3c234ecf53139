package dev.muster.scenario.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds telephone numbers, addresses and social handles outside the ranges that are reserved for examples, so that no
 * exercise makes a real telephone ring. It helps an author; it does not stop somebody who means to hide a number.
 */
public final class WaysOut {

    private WaysOut() {}

    /** In the order of the text. */
    public static List<WayOut> in(String text) {
        var draft = new Draft(text);
        var found = new ArrayList<WayOut>();
        WebAddresses.take(draft, found);
        IpAddresses.take(draft, found);
        SocialHandles.take(draft, found);
        PhoneNumbers.take(draft, found);
        found.sort(Comparator.comparingInt(WayOut::start));
        return List.copyOf(found);
    }
}
