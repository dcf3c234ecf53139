package dev.muster.debrief;

import dev.muster.drill.Due;
import dev.muster.drill.io.MalformedJson;
import dev.muster.drill.io.RecordJson;

/**
 * What a message of the queue says: something may be due in a drill.
 *
 * @param due the key of the due item, which alone says what and when
 */
record WakeUp(String drill, String due) {

    private static final RecordJson<WakeUp> JSON = RecordJson.of(WakeUp.class);

    /** @throws MalformedJson if it is no wake-up; it then ends among the dead letters */
    static WakeUp read(String body) {
        return JSON.read(body);
    }

    /** @throws MalformedJson if it wakes for something that nobody knows */
    Due what() {
        return Due.parse(due)
                .orElseThrow(() -> new MalformedJson("expected the key of something due, found " + due));
    }
}
