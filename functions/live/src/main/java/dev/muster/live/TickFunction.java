package dev.muster.live;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.muster.cloud.Log;
import dev.muster.drill.conduct.FindDue;
import java.util.Map;

/** Each minute: finds what falls due and wakes whoever carries it out. */
public final class TickFunction implements RequestHandler<ScheduledEvent, Void> {

    private final FindDue findDue;

    public TickFunction() {
        this(Wiring.ofThisProcess());
    }

    public TickFunction(Map<String, String> environment) {
        this(new Wiring(environment).findDue());
    }

    TickFunction(FindDue findDue) {
        this.findDue = findDue;
    }

    @Override
    public Void handleRequest(ScheduledEvent event, Context context) {
        var sent = findDue.tick();
        Log.info("ticked", Map.of("sent", sent));
        return null;
    }
}
